package cn.yiwang.complaint.workorder;

import cn.yiwang.complaint.limit.HandlingLimits;
import cn.yiwang.complaint.limit.HandlingLimits.Due;
import cn.yiwang.complaint.workorder.WorkOrder.Handling;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Computes provisional due dates again once the holiday notice is part of the calendar, and records before and after. Each row is a
 * transaction of its own and one that another instance holds is left to it: a row that fails stops no other.
 */
@Component
class RecomputeDueDates {

    private static final Logger log = LoggerFactory.getLogger(RecomputeDueDates.class);
    private static final int BATCH = 200;

    private final WorkOrders workOrders;
    private final WorkOrderHistory history;
    private final HandlingLimits limits;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    RecomputeDueDates(
            WorkOrders workOrders,
            WorkOrderHistory history,
            HandlingLimits limits,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.workOrders = workOrders;
        this.history = history;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A new calendar comes with a release, which restarts every instance; the daily run takes rows that were locked then. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT24H")
    void run() {
        List<Long> rows = workOrders.provisionalAfter(0, BATCH);
        while (!rows.isEmpty()) {
            rows.forEach(this::recomputeAlone);
            rows = workOrders.provisionalAfter(rows.getLast(), BATCH);
        }
    }

    private void recomputeAlone(long row) {
        try {
            transaction.executeWithoutResult(
                    _ -> workOrders.lockProvisional(row).ifPresent(this::recompute));
        } catch (RuntimeException failure) {
            log.error("The due date of work order row {} was not computed again; the others go on", row, failure);
        }
    }

    private void recompute(WorkOrder before) {
        Handling handling = before.handling();
        if (handling == null) {
            return;
        }
        LocalDate dispatched = ChinaTime.dateOf(history.lastDispatch(before.id()));
        Due due = limits.due(before.filing().kind(), dispatched);
        if (due.equals(handling.due())) {
            return;
        }
        Instant now = clock.instant();
        WorkOrder after = before.dueAgain(due, now);
        workOrders.update(after);
        history.add(
                after.id(),
                new HistoryEntry("due-date-recomputed", after.status(), null, handling.body(), due.on(), null, now));
        audit.record(new AuditEntry(
                "recompute-due-date",
                "work-order",
                after.publicId().toString(),
                due.basis(),
                Map.of(
                        "before", handling.due().on().toString(),
                        "after", due.on().toString(),
                        "calendar", due.calendar())));
    }
}
