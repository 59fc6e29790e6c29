package cn.yiwang.complaint.workorder;

import cn.yiwang.complaint.ComplaintProblem;
import cn.yiwang.complaint.lifecycle.Status;
import cn.yiwang.complaint.lifecycle.WorkOrderEvent;
import cn.yiwang.complaint.limit.HandlingLimits;
import cn.yiwang.complaint.limit.HandlingLimits.Due;
import cn.yiwang.complaint.workorder.WorkOrder.CallBack;
import cn.yiwang.complaint.workorder.WorkOrder.Handling;
import cn.yiwang.standards.CreditCode;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.standards.division.Divisions;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves a work order on: dispatch (派单), answer (答复), call-back (回访), closing (办结). Each needs the version that the actor saw. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class HandleWorkOrder {

    private final WorkOrders workOrders;
    private final WorkOrderHistory history;
    private final WorkOrderNews news;
    private final HandlingLimits limits;
    private final AuditTrail audit;
    private final Divisions divisions = Divisions.bundled();
    private final Clock clock;

    HandleWorkOrder(
            WorkOrders workOrders,
            WorkOrderHistory history,
            WorkOrderNews news,
            HandlingLimits limits,
            AuditTrail audit,
            Clock clock) {
        this.workOrders = workOrders;
        this.history = history;
        this.news = news;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /** The body that is to handle it. */
    public record Assignment(
            String body,
            String bodyName,
            String division,
            @Nullable String instruction) {}

    public WorkOrder dispatch(UUID id, long version, Assignment assignment, Actor actor) {
        Instant now = clock.instant();
        LocalDate today = ChinaTime.dateOf(now);
        WorkOrder order = seen(id, version, Viewpoint.ofHotline(actor));
        Status to = next(order, new WorkOrderEvent.Dispatched());
        if (!CreditCode.isValid(assignment.body())) {
            throw new ProblemException(ComplaintProblem.UNKNOWN_BODY, assignment.body()).at("/body", "credit-code");
        }
        if (divisions.find(assignment.division(), today).isEmpty()) {
            throw new ProblemException(ComplaintProblem.UNKNOWN_DIVISION, assignment.division())
                    .at("/division", "unknown-division");
        }
        Due due = limits.due(order.filing().kind(), today);
        int round = order.handling() == null ? 1 : order.handling().round() + 1;
        Handling handling =
                new Handling(round, assignment.body(), assignment.bodyName(), assignment.division(), due, null);
        WorkOrder moved = order.with(handling).with(CallBack.NONE).moved(to, now);
        store(moved, "dispatched", actor, handling, assignment.instruction());
        news.dispatched(moved, handling);
        record(actor, "dispatch-work-order", moved, due.basis(), Map.of("body", handling.body(), "round", round));
        return moved;
    }

    public WorkOrder answer(UUID id, long version, String text, Actor actor) {
        Instant now = clock.instant();
        WorkOrder order = seen(id, version, Viewpoint.ofBody(actor));
        Status to = next(order, new WorkOrderEvent.Answered());
        Handling handling = handlingOf(order).answeredWith(text);
        WorkOrder moved = order.with(handling).moved(to, now);
        boolean inTime = !ChinaTime.dateOf(now).isAfter(handling.due().on());
        store(moved, "answered", actor, handling, text);
        news.answered(moved, handling, inTime);
        record(actor, "answer-work-order", moved, null, Map.of("round", handling.round(), "inTime", inTime));
        return moved;
    }

    public WorkOrder callBack(
            UUID id,
            long version,
            CallBackOutcome outcome,
            @Nullable Integer satisfaction,
            @Nullable String note,
            Actor actor) {
        WorkOrder order = seen(id, version, Viewpoint.ofHotline(actor));
        Status to = next(order, outcome.event());
        WorkOrder moved =
                order.with(order.callBack().said(outcome, satisfaction)).moved(to, clock.instant());
        store(moved, "called-back", actor, null, note);
        news.calledBack(moved, outcome);
        record(actor, "call-back", moved, null, Map.of("outcome", outcome.name()));
        return moved;
    }

    /** Closes it; without the person's word that it is solved a ground is needed. */
    public WorkOrder close(UUID id, long version, @Nullable String ground, Actor actor) {
        WorkOrder order = seen(id, version, Viewpoint.ofHotline(actor));
        boolean confirmed = order.status() == Status.AWAITING_CLOSING;
        Status to = next(order, confirmed ? new WorkOrderEvent.Closed() : new WorkOrderEvent.ClosedUnconfirmed());
        if (!confirmed && ground == null) {
            throw new ProblemException(ComplaintProblem.CLOSING_NEEDS_GROUND).at("/ground", "required");
        }
        WorkOrder moved = order.closedOn(ground).moved(to, clock.instant());
        store(moved, "closed", actor, null, ground);
        news.closed(moved, confirmed);
        record(actor, "close-work-order", moved, null, Map.of("confirmed", confirmed));
        return moved;
    }

    private WorkOrder seen(UUID id, long version, Viewpoint from) {
        WorkOrder order = workOrders.find(id, from).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        if (order.version() != version) {
            throw new StaleVersionException();
        }
        return order;
    }

    private static Status next(WorkOrder order, WorkOrderEvent event) {
        return order.after(event)
                .orElseThrow(() -> new ProblemException(
                        ComplaintProblem.WORK_ORDER_STEP_NOT_ALLOWED,
                        order.status().label(),
                        order.status().name()));
    }

    private static Handling handlingOf(WorkOrder order) {
        Handling handling = order.handling();
        if (handling == null) {
            throw new IllegalStateException("The work order " + order.publicId() + " is in handling by nobody");
        }
        return handling;
    }

    private void store(WorkOrder moved, String event, Actor actor, @Nullable Handling handling, @Nullable String note) {
        workOrders.update(moved);
        history.add(
                moved.id(),
                new HistoryEntry(
                        event,
                        moved.status(),
                        actor.subject(),
                        handling == null ? null : handling.body(),
                        handling == null ? null : handling.due().on(),
                        note,
                        moved.updatedAt()));
    }

    private void record(Actor actor, String action, WorkOrder order, @Nullable String ground, Map<String, ?> details) {
        audit.record(
                actor, new AuditEntry(action, "work-order", order.publicId().toString(), ground, details));
    }
}
