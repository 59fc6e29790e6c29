package cn.yiwang.application.acceptance;

import cn.yiwang.application.handling.AcceptApplication;
import cn.yiwang.application.handling.Desk;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Accepts what the body was silent about beyond the last day of the law, since the day of receipt (Administrative Licensing Law Art.
 * 32(4)): by the ordinary step, one application per transaction, whichever instance finds it.
 */
@Component
class AcceptBySilence {

    private static final int BATCH = 200;
    private static final Logger log = LoggerFactory.getLogger(AcceptBySilence.class);

    private final Desk desk;
    private final AcceptApplication accept;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    AcceptBySilence(Desk desk, AcceptApplication accept, JdbcClient jdbc, TransactionOperations transactions) {
        this.desk = desk;
        this.accept = accept;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void run() {
        LocalDate today = Desk.day(desk.now());
        Position at = new Position(LocalDate.EPOCH, 0);
        List<Position> found = find(today, at);
        while (!found.isEmpty()) {
            found.forEach(row -> acceptAlone(row.key()));
            found = find(today, found.getLast());
        }
    }

    private void acceptAlone(long key) {
        try {
            transactions.executeWithoutResult(
                    transaction -> desk.claim(key).ifPresent(claimed -> accept.deemAccepted(claimed.id())));
        } catch (RuntimeException failed) {
            log.error("Application row {}, accepted by silence, was not written down; the others go on", key, failed);
        }
    }

    /** The place in the index of due dates from which to go on. */
    private record Position(LocalDate due, long key) {}

    private List<Position> find(LocalDate today, Position after) {
        return jdbc.sql("""
                SELECT due_on, id FROM application
                 WHERE due_on >= :due AND (due_on > :due OR id > :key) AND due_on < :today
                   AND statutory_due_on < :today AND status IN ('SUBMITTED', 'CORRECTED')
                 ORDER BY due_on, id
                 LIMIT :limit
                """)
                .param("due", after.due())
                .param("key", after.key())
                .param("today", today)
                .param("limit", BATCH)
                .query((row, n) -> new Position(row.getObject("due_on", LocalDate.class), row.getLong("id")))
                .list();
    }
}
