package cn.yiwang.application.draft;

import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.database.UtcTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes drafts that were not saved for as long as they are kept: nothing personal is held longer than it is needed. Their files follow
 * with the sweep of the material store.
 */
@Component
@EnableConfigurationProperties(DraftSettings.class)
class DropOldDrafts {

    private static final int BATCH = 200;
    private static final Logger log = LoggerFactory.getLogger(DropOldDrafts.class);

    private final Desk desk;
    private final DraftSettings settings;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    DropOldDrafts(
            Desk desk, DraftSettings settings, AuditTrail audit, JdbcClient jdbc, TransactionOperations transactions) {
        this.desk = desk;
        this.settings = settings;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT24H")
    void run() {
        Instant before = desk.now().minus(settings.keptFor());
        List<Long> keys = oldDrafts(before, 0);
        while (!keys.isEmpty()) {
            keys.forEach(key -> dropAlone(key, before));
            keys = oldDrafts(before, keys.getLast());
        }
    }

    /** A draft is what has no number yet, so the numbers' own index finds them. */
    private List<Long> oldDrafts(Instant before, long after) {
        return jdbc.sql("""
                SELECT id FROM application
                 WHERE number IS NULL AND id > :after AND updated_at < :before
                 ORDER BY id LIMIT :limit
                """)
                .param("after", after)
                .param("before", UtcTime.of(before))
                .param("limit", BATCH)
                .query(Long.class)
                .list();
    }

    private void dropAlone(long key, Instant before) {
        try {
            transactions.executeWithoutResult(transaction -> desk.claim(key)
                    .filter(draft -> draft.status() == Status.DRAFT)
                    .ifPresent(draft -> drop(draft, before)));
        } catch (RuntimeException failed) {
            log.error("The old draft of application row {} was not removed; the others go on", key, failed);
        }
    }

    /** Somebody may have saved it since it was found. */
    private void drop(Application draft, Instant before) {
        int gone = jdbc.sql("DELETE FROM application WHERE id = :key AND updated_at < :before")
                .param("key", draft.key())
                .param("before", UtcTime.of(before))
                .update();
        if (gone == 0) {
            return;
        }
        for (String below : List.of("material", "commitment", "history")) {
            jdbc.sql("DELETE FROM " + below + " WHERE application_id = :key")
                    .param("key", draft.key())
                    .update();
        }
        audit.record(new AuditEntry("drop-draft", "application", draft.id().toString(), null, Map.of()));
    }
}
