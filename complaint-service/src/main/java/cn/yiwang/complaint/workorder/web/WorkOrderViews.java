package cn.yiwang.complaint.workorder.web;

import cn.yiwang.complaint.lifecycle.Kind;
import cn.yiwang.complaint.lifecycle.Status;
import cn.yiwang.complaint.workorder.CallBackOutcome;
import cn.yiwang.complaint.workorder.Channel;
import cn.yiwang.complaint.workorder.HistoryEntry;
import cn.yiwang.complaint.workorder.Matter;
import cn.yiwang.complaint.workorder.Viewpoint;
import cn.yiwang.complaint.workorder.WorkOrder;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.identity.Actor;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers of the calls. */
final class WorkOrderViews {

    private WorkOrderViews() {}

    /** A code with its label. */
    record Coded(String code, String label) {

        static Coded of(Kind kind) {
            return new Coded(kind.name(), kind.label());
        }

        static Coded of(Status status) {
            return new Coded(status.name(), status.label());
        }
    }

    /** A filed work order; {@code queryCode} is told only here. */
    record ReceiptView(UUID id, String number, String queryCode, Coded status, Instant filedAt) {}

    /**
     * A work order as its reader may see it.
     *
     * @param contact left out where the reader may not know who brought the matter
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkOrderView(
            UUID id,
            String number,
            Coded kind,
            Coded status,
            Channel channel,
            boolean secret,
            boolean replyWanted,
            String division,
            String title,
            String content,
            @Nullable String claim,
            Matter.@Nullable Party respondent,
            Matter.@Nullable Contact contact,
            @Nullable HandlingView handling,
            @Nullable CallBackView callBack,
            @Nullable String closingGround,
            Instant filedAt,
            Instant updatedAt,
            long version,
            @Nullable List<HistoryView> history) {

        static WorkOrderView of(WorkOrder order, Actor reader, @Nullable List<HistoryEntry> history) {
            WorkOrder.Filing filing = order.filing();
            Matter matter = filing.matter();
            boolean named = Viewpoint.of(reader).showsContact(order);
            return new WorkOrderView(
                    order.publicId(),
                    order.number(),
                    Coded.of(filing.kind()),
                    Coded.of(order.status()),
                    filing.channel(),
                    filing.secret(),
                    filing.replyWanted(),
                    filing.intakeDivision(),
                    matter.title(),
                    matter.content(),
                    matter.claim(),
                    matter.respondent(),
                    named ? matter.contact() : null,
                    HandlingView.of(order.handling()),
                    CallBackView.of(order.callBack()),
                    order.closingGround(),
                    filing.filedAt(),
                    order.updatedAt(),
                    order.version(),
                    history == null
                            ? null
                            : history.stream()
                                    .map(entry -> HistoryView.of(entry, named))
                                    .toList());
        }
    }

    /** Who handles it, until when, and what they answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HandlingView(
            int round,
            String body,
            String bodyName,
            String division,
            LocalDate dueOn,
            boolean dueProvisional,
            String dueBasis,
            @Nullable String answer) {

        static @Nullable HandlingView of(WorkOrder.@Nullable Handling handling) {
            return handling == null
                    ? null
                    : new HandlingView(
                            handling.round(),
                            handling.body(),
                            handling.bodyName(),
                            handling.division(),
                            handling.due().on(),
                            handling.due().provisional(),
                            handling.due().basis(),
                            handling.answer());
        }
    }

    /** How often the person was called in this round and what they last said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CallBackView(
            int tries,
            @Nullable CallBackOutcome outcome,
            @Nullable Integer satisfaction) {

        static @Nullable CallBackView of(WorkOrder.CallBack callBack) {
            return callBack.tries() == 0
                    ? null
                    : new CallBackView(callBack.tries(), callBack.outcome(), callBack.satisfaction());
        }
    }

    /**
     * One thing that happened.
     *
     * @param actor left out for readers who may not know who brought the matter, where it was that person
     * @param note left out for the same readers where it is what that person said on the telephone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HistoryView(
            String event,
            Coded status,
            @Nullable String actor,
            @Nullable String body,
            @Nullable LocalDate dueOn,
            @Nullable String note,
            Instant occurredAt) {

        static HistoryView of(HistoryEntry entry, boolean named) {
            boolean filed = entry.event().equals("filed");
            boolean person = entry.event().equals("called-back");
            return new HistoryView(
                    entry.event(),
                    Coded.of(entry.status()),
                    filed && !named ? null : entry.actor(),
                    entry.body(),
                    entry.dueOn(),
                    person && !named ? null : entry.note(),
                    entry.occurredAt());
        }
    }

    /** What whoever holds the query code may know: where it stands, what is next and until when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProgressView(
            String number,
            Coded kind,
            Coded status,
            LocalDate filedOn,
            @Nullable String handlingBody,
            @Nullable LocalDate dueOn,
            @Nullable Boolean dueProvisional,
            @Nullable String answer,
            List<StepView> steps) {

        static ProgressView of(WorkOrder order, List<HistoryEntry> history) {
            WorkOrder.Handling handling = order.handling();
            return new ProgressView(
                    order.number(),
                    Coded.of(order.filing().kind()),
                    Coded.of(order.status()),
                    ChinaTime.dateOf(order.filing().filedAt()),
                    handling == null ? null : handling.bodyName(),
                    handling == null ? null : handling.due().on(),
                    handling == null ? null : handling.due().provisional(),
                    handling == null ? null : handling.answer(),
                    history.stream()
                            .map(entry -> new StepView(entry.event(), Coded.of(entry.status()), entry.occurredAt()))
                            .toList());
        }
    }

    record StepView(String event, Coded status, Instant occurredAt) {}
}
