package cn.yiwang.application.clock;

import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.standards.calendar.TimeLimit;
import cn.yiwang.standards.calendar.WhenUnpublished;
import cn.yiwang.standards.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reminds the handler when a due date is near, and tells supervision when it has passed: each once, whichever instance finds it. A
 * clock that rests announces nothing. Rows are taken one by one, so that one that fails stops no other.
 */
@Component
class AnnounceDueDates {

    private static final int OVERDUE = 100;
    private static final int BATCH = 200;
    private static final Logger log = LoggerFactory.getLogger(AnnounceDueDates.class);

    private final Desk desk;
    private final WorkingCalendar calendar;
    private final ClockSettings settings;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    AnnounceDueDates(
            Desk desk,
            WorkingCalendar calendar,
            ClockSettings settings,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.desk = desk;
        this.calendar = calendar;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void run() {
        LocalDate today = Desk.day(desk.now());
        sweep(new Announcement("overdue", OVERDUE, LocalDate.EPOCH, today.minusDays(1), 0));
        List<Integer> points = settings.remindBefore();
        // The nearest point first: whoever was missed at an earlier one hears of the end once, not twice at a time.
        for (int i = points.size() - 1; i >= 0; i--) {
            int left = points.get(i);
            LocalDate last = calendar.dueAfter(today, TimeLimit.workingDays(left), WhenUnpublished.PROVISIONAL)
                    .date();
            sweep(new Announcement("due-soon", i + 1, today, last, left));
        }
    }

    /** What is announced to rows that are due between two days and have heard less. */
    private record Announcement(String name, int level, LocalDate first, LocalDate last, int daysLeft) {}

    private void sweep(Announcement announcement) {
        Position at = new Position(announcement.first(), 0);
        List<Position> found = find(announcement, at);
        while (!found.isEmpty()) {
            found.forEach(row -> announceAlone(row.key(), announcement));
            found = find(announcement, found.getLast());
        }
    }

    private void announceAlone(long key, Announcement announcement) {
        try {
            transactions.executeWithoutResult(transaction -> desk.claim(key)
                    .filter(application -> isWaiting(key, announcement))
                    .ifPresent(application -> announce(application, announcement)));
        } catch (RuntimeException failed) {
            log.error(
                    "That application row {} is {} was not announced; the others go on",
                    key,
                    announcement.name(),
                    failed);
        }
    }

    private void announce(Application before, Announcement announcement) {
        Instant now = desk.now();
        Change change = Change.of(before, before.status(), before.mover()).set("due_alert", announcement.level());
        Application after = desk.write(before, change, 1, now);
        String mover = before.mover().name();
        desk.journal().write(after, desk.journal().line(announcement.name(), after, null, mover, now));
        desk.journal().publish(after, desk.guide(after).version(), announcement.name(), Map.of("mover", mover));
    }

    /** The place in the index from which to go on. */
    private record Position(LocalDate due, long key) {}

    private List<Position> find(Announcement announcement, Position after) {
        return jdbc.sql("""
                SELECT due_on, id FROM application
                 WHERE due_on >= :due AND (due_on > :due OR id > :key) AND due_on <= :last
                   AND due_alert < :level AND clock_paused = FALSE
                 ORDER BY due_on, id
                 LIMIT :limit
                """)
                .param("due", after.due())
                .param("key", after.key())
                .param("last", announcement.last())
                .param("level", announcement.level())
                .param("limit", BATCH)
                .query((row, n) -> new Position(row.getObject("due_on", LocalDate.class), row.getLong("id")))
                .list();
    }

    /** Whether the locked row still is what the search found. */
    private boolean isWaiting(long key, Announcement announcement) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM application
                 WHERE id = :key AND due_on BETWEEN :first AND :last AND due_alert < :level AND clock_paused = FALSE
                """)
                        .param("key", key)
                        .param("first", announcement.first())
                        .param("last", announcement.last())
                        .param("level", announcement.level())
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
