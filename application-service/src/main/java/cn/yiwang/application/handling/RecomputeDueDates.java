package cn.yiwang.application.handling;

import cn.yiwang.application.deadline.Adjustments;
import cn.yiwang.application.deadline.ClockReading;
import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.deadline.MovedClocks;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.ReviewPart;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Computes provisional due dates again once the year's holiday notice is part of the calendar, and records before and after. Rows are
 * taken one by one, skipping those another instance holds: one that fails stops no other.
 */
@Component
class RecomputeDueDates {

    private static final int BATCH = 200;
    private static final Logger log = LoggerFactory.getLogger(RecomputeDueDates.class);

    private final Desk desk;
    private final MovedClocks moved;
    private final ReviewTasks tasks;
    private final History history;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    RecomputeDueDates(
            Desk desk,
            MovedClocks moved,
            ReviewTasks tasks,
            History history,
            AuditTrail audit,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.desk = desk;
        this.moved = moved;
        this.tasks = tasks;
        this.history = history;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** A release with a new calendar restarts every instance; the daily run is for rows that were locked then. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT24H")
    void run() {
        long last = 0;
        List<Long> keys = provisionalAfter(last);
        while (!keys.isEmpty()) {
            keys.forEach(this::recomputeAlone);
            last = keys.getLast();
            keys = provisionalAfter(last);
        }
    }

    private void recomputeAlone(long key) {
        try {
            transactions.executeWithoutResult(transaction -> recompute(key));
        } catch (RuntimeException failed) {
            log.error("The due date of application row {} was not computed again; the others go on", key, failed);
        }
    }

    private List<Long> provisionalAfter(long key) {
        return jdbc.sql(
                        "SELECT id FROM application WHERE due_provisional = TRUE AND id > :key ORDER BY id LIMIT :limit")
                .param("key", key)
                .param("limit", BATCH)
                .query(Long.class)
                .list();
    }

    private void recompute(long key) {
        jdbc.sql("SELECT " + Applications.COLUMNS
                        + ", a.waiting_since, a.clock_moved, a.clock_paused FROM application a"
                        + " WHERE a.id = :key AND a.due_provisional = TRUE FOR UPDATE SKIP LOCKED")
                .param("key", key)
                .query((row, n) -> new Waiting(
                        Applications.read(row, n),
                        row.getObject("waiting_since", LocalDate.class),
                        row.getBoolean("clock_moved"),
                        row.getBoolean("clock_paused")))
                .optional()
                .ifPresent(this::recompute);
    }

    private void recompute(Waiting waiting) {
        Application before = waiting.application();
        Limit limit = before.status().limit();
        if (limit == null) {
            return;
        }
        Guide guide = desk.guide(before);
        ClockReading reading =
                desk.dueDates().read(limit, guide, waiting.since(), adjustments(waiting, limit), Desk.day(desk.now()));
        Due due = reading.due();
        if (due.equals(before.due())) {
            return;
        }
        Instant now = desk.now();
        Change change = Change.waiting(before, before.status(), before.mover(), due, waiting.since())
                .set("clock_moved", waiting.moved())
                .set("clock_paused", waiting.paused());
        Application after = desk.applications().write(before, change, 0, now);
        if ((before.status() == Status.UNDER_REVIEW || before.status() == Status.FIRST_REVIEW)
                && before.pendingReviews() > 0) {
            moveTasks(after, guide, reading);
        }
        String old = String.valueOf(Objects.requireNonNull(before.due()).on());
        history.addAll(
                after.key(),
                List.of(new HistoryEntry(
                        "due-date-recomputed",
                        before.status(),
                        after.status(),
                        "application-service",
                        "SYSTEM",
                        null,
                        null,
                        old,
                        due.on(),
                        now)));
        audit.record(new AuditEntry(
                "recompute-due-date",
                "application",
                after.id().toString(),
                due.basis(),
                Map.of("before", old, "after", due.on().toString(), "calendar", due.calendar())));
    }

    private Adjustments adjustments(Waiting waiting, Limit limit) {
        return waiting.moved() && limit == Limit.DECISION
                ? moved.of(waiting.application().key(), waiting.since())
                : Adjustments.NONE;
    }

    private void moveTasks(Application after, Guide guide, ClockReading decision) {
        for (ReviewPart part : guide.reviewParts(after.body())) {
            Due due = desk.dueDates().of(part, decision, Desk.day(desk.now()));
            tasks.moveDue(after.asked(), part.department().code(), due.on(), due.provisional());
        }
    }

    private record Waiting(Application application, LocalDate since, boolean moved, boolean paused) {}
}
