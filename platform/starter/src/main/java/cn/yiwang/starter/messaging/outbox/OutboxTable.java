package cn.yiwang.starter.messaging.outbox;

import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.messaging.EventDraft;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code outbox_event}. */
final class OutboxTable {

    static final int SHARDS = 16;

    private final JdbcClient jdbc;

    OutboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(EventDraft draft, UUID eventId, @Nullable String traceParent, String payload, Instant now) {
        jdbc.sql("""
                        INSERT INTO outbox_event
                          (shard, topic, aggregate_id, event_sequence, event_id, traceparent, payload, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(shardOf(draft.subject()))
                .param(draft.topic())
                .param(draft.subject())
                .param(draft.sequence())
                .param(Ids.toBytes(eventId))
                .param(traceParent)
                .param(payload)
                .param(UtcTime.of(now))
                .update();
    }

    /**
     * The oldest events of these shards that were not sent. Ids ascend with the sequence of an aggregate, because an event is numbered
     * under the aggregate's lock; between aggregates a lower id may still appear later, so nothing remembers a position.
     */
    List<OutboxRow> waiting(Set<Integer> shards, Set<String> exceptTopics, int limit) {
        String where = "sent_at IS NULL";
        if (shards.size() < SHARDS) {
            where += " AND shard IN (:shards)";
        }
        if (!exceptTopics.isEmpty()) {
            where += " AND topic NOT IN (:topics)";
        }
        return jdbc.sql("""
                        SELECT id, topic, aggregate_id, traceparent, payload
                        FROM outbox_event FORCE INDEX (outbox_event_waits)
                        WHERE %s ORDER BY id LIMIT :limit""".formatted(where))
                .param("shards", shards)
                .param("topics", exceptTopics)
                .param("limit", limit)
                .query((row, _) -> new OutboxRow(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getString("aggregate_id"),
                        row.getString("traceparent"),
                        row.getString("payload")))
                .list();
    }

    void markSent(Collection<Long> ids, Instant now) {
        jdbc.sql("UPDATE outbox_event SET sent_at = :now WHERE id IN (:ids)")
                .param("now", UtcTime.of(now))
                .param("ids", ids)
                .update();
    }

    /** Removes a few of the events sent before the instant; returns how many. */
    int removeSentBefore(Instant instant, int limit) {
        return jdbc.sql("DELETE FROM outbox_event WHERE sent_at < ? ORDER BY sent_at, id LIMIT ?")
                .params(UtcTime.of(instant), limit)
                .update();
    }

    /** What waits, counted up to the bound. */
    Backlog backlog(int bound) {
        return jdbc.sql("""
                        SELECT COUNT(*) AS events, MIN(created_at) AS oldest
                        FROM (SELECT created_at FROM outbox_event FORCE INDEX (outbox_event_waits) WHERE sent_at IS NULL ORDER BY id LIMIT ?) waiting""")
                .param(bound)
                .query((row, _) -> new Backlog(row.getLong("events"), UtcTime.readNullable(row, "oldest")))
                .single();
    }

    static int shardOf(String aggregateId) {
        CRC32 checksum = new CRC32();
        checksum.update(aggregateId.getBytes(StandardCharsets.UTF_8));
        return (int) (checksum.getValue() % SHARDS);
    }

    /**
     * Events not yet acknowledged by the broker.
     *
     * @param oldest when the first of them was stored, or null when there is none
     */
    record Backlog(long events, @Nullable Instant oldest) {}
}
