package cn.yiwang.complaint.workorder;

import cn.yiwang.complaint.lifecycle.Kind;
import cn.yiwang.starter.messaging.EventDraft;
import cn.yiwang.starter.messaging.Outbox;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes what happened to work orders. Nothing in it tells who brought the matter or what it says. */
@Component
class WorkOrderNews {

    static final String TOPIC = "yiwang.complaint";

    private final Outbox outbox;

    WorkOrderNews(Outbox outbox) {
        this.outbox = outbox;
    }

    void filed(WorkOrder order) {
        send(
                order,
                "filed",
                new Filed(
                        order.publicId(),
                        order.number(),
                        order.filing().kind(),
                        order.filing().channel(),
                        order.filing().intakeDivision()));
    }

    void dispatched(WorkOrder order, WorkOrder.Handling handling) {
        send(
                order,
                "dispatched",
                new Dispatched(
                        order.publicId(),
                        order.number(),
                        handling.round(),
                        handling.body(),
                        handling.division(),
                        handling.due().on(),
                        handling.due().provisional()));
    }

    void answered(WorkOrder order, WorkOrder.Handling handling, boolean inTime) {
        send(
                order,
                "answered",
                new Answered(order.publicId(), order.number(), handling.round(), handling.body(), inTime));
    }

    void calledBack(WorkOrder order, CallBackOutcome outcome) {
        send(
                order,
                "called-back",
                new CalledBack(
                        order.publicId(),
                        order.number(),
                        outcome,
                        order.callBack().satisfaction()));
    }

    void closed(WorkOrder order, boolean confirmed) {
        send(order, "closed", new Closed(order.publicId(), order.number(), confirmed));
    }

    private void send(WorkOrder order, String what, Object data) {
        outbox.send(new EventDraft(
                TOPIC, "cn.yiwang.complaint." + what + ".v1", order.publicId().toString(), order.eventCount(), data));
    }

    record Filed(UUID workOrderId, String number, Kind kind, Channel channel, String division) {}

    record Dispatched(
            UUID workOrderId,
            String number,
            int round,
            String body,
            String division,
            LocalDate dueOn,
            boolean dueProvisional) {}

    record Answered(UUID workOrderId, String number, int round, String body, boolean inTime) {}

    record CalledBack(
            UUID workOrderId,
            String number,
            CallBackOutcome outcome,
            @Nullable Integer satisfaction) {}

    record Closed(UUID workOrderId, String number, boolean confirmed) {}
}
