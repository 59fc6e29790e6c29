package cn.yiwang.complaint.workorder;

import cn.yiwang.complaint.lifecycle.Kind;
import cn.yiwang.complaint.lifecycle.Lifecycle;
import cn.yiwang.complaint.lifecycle.Status;
import cn.yiwang.complaint.lifecycle.WorkOrderEvent;
import cn.yiwang.complaint.limit.HandlingLimits.Due;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One work order (工单).
 *
 * @param id the row; {@code publicId} is what others call it
 * @param version counts changes, for {@code If-Match}
 * @param eventCount counts published events, without gaps
 * @param handling null until it is dispatched for the first time
 * @param callBack what the person said in this round
 */
public record WorkOrder(
        long id,
        UUID publicId,
        String number,
        Filing filing,
        Status status,
        long version,
        long eventCount,
        @Nullable Handling handling,
        CallBack callBack,
        @Nullable String closingGround,
        Instant updatedAt) {

    /** Where the event would lead; empty when it may not happen now. */
    Optional<Status> after(WorkOrderEvent event) {
        return Lifecycle.TABLE.next(status, event);
    }

    WorkOrder with(Handling newHandling) {
        return new WorkOrder(
                id,
                publicId,
                number,
                filing,
                status,
                version,
                eventCount,
                newHandling,
                callBack,
                closingGround,
                updatedAt);
    }

    WorkOrder with(CallBack newCallBack) {
        return new WorkOrder(
                id,
                publicId,
                number,
                filing,
                status,
                version,
                eventCount,
                handling,
                newCallBack,
                closingGround,
                updatedAt);
    }

    WorkOrder closedOn(@Nullable String ground) {
        return new WorkOrder(
                id, publicId, number, filing, status, version, eventCount, handling, callBack, ground, updatedAt);
    }

    /** The same work order with another due date; no news, since nothing happened to the matter. */
    WorkOrder dueAgain(Due due, Instant now) {
        Handling before = Objects.requireNonNull(handling, "only a dispatched work order has a due date");
        return new WorkOrder(
                id,
                publicId,
                number,
                filing,
                status,
                version + 1,
                eventCount,
                before.until(due),
                callBack,
                closingGround,
                now);
    }

    /** The same work order one change later. */
    WorkOrder moved(Status to, Instant now) {
        return new WorkOrder(
                id, publicId, number, filing, to, version + 1, eventCount + 1, handling, callBack, closingGround, now);
    }

    /**
     * What was filed; it never changes.
     *
     * @param secret whether the person asked not to be named to the handling body
     * @param filedBy the account of whoever filed it, null without one
     * @param intakeDivision the division whose hotline took it in
     */
    public record Filing(
            Kind kind,
            Channel channel,
            boolean secret,
            boolean replyWanted,
            Matter matter,
            @Nullable String filedBy,
            String intakeDivision,
            Instant filedAt) {}

    /**
     * The body that has to handle it.
     *
     * @param round how often the work order was dispatched
     */
    public record Handling(
            int round,
            String body,
            String bodyName,
            String division,
            Due due,
            @Nullable String answer) {

        Handling until(Due other) {
            return new Handling(round, body, bodyName, division, other, answer);
        }

        Handling answeredWith(String text) {
            return new Handling(round, body, bodyName, division, due, text);
        }
    }

    /**
     * The calls to the person in this round.
     *
     * @param satisfaction 1 (very dissatisfied) to 5 (very satisfied), when the person gave it
     */
    public record CallBack(
            int tries,
            @Nullable CallBackOutcome outcome,
            @Nullable Integer satisfaction) {

        static final CallBack NONE = new CallBack(0, null, null);

        CallBack said(CallBackOutcome outcome, @Nullable Integer satisfaction) {
            return new CallBack(tries + 1, outcome, satisfaction);
        }
    }
}
