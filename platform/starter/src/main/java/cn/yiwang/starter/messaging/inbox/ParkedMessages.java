package cn.yiwang.starter.messaging.inbox;

import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.messaging.inbox.ParkedMessage.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code parked_message} and {@code parked_aggregate}. */
final class ParkedMessages {

    private static final String COLUMNS = """
            id, consumer, topic, partition_number, record_offset, aggregate_id, event_id, event_type,
            status, reason, attempts, payload, parked_at, settled_at""";

    private final JdbcClient jdbc;

    ParkedMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether messages of the aggregate wait: a look without a lock, for the common case that none does. */
    boolean seemsBlocked(String consumer, String topic, String aggregateId) {
        return exists(consumer, topic, aggregateId, "");
    }

    /** Whether anything at all waits for this consumer: the same look for a whole group of messages. */
    boolean seemsBlocked(String consumer) {
        return jdbc.sql("SELECT 1 FROM parked_aggregate WHERE consumer = ? LIMIT 1")
                .param(consumer)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The same for certain: waits for an operator's redrive of the aggregate and keeps others out until the transaction ends. */
    boolean isBlocked(String consumer, String topic, String aggregateId) {
        return exists(consumer, topic, aggregateId, " FOR UPDATE");
    }

    private boolean exists(String consumer, String topic, String aggregateId, String lock) {
        return jdbc.sql("SELECT 1 FROM parked_aggregate WHERE consumer = ? AND topic = ? AND aggregate_id = ?" + lock)
                .params(consumer, topic, aggregateId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void park(String consumer, Incoming message, Status status, String reason, Instant now) {
        jdbc.sql("""
                        INSERT INTO parked_aggregate (consumer, topic, aggregate_id) VALUES (?, ?, ?)
                        ON DUPLICATE KEY UPDATE topic = VALUES(topic)""")
                .params(consumer, message.position().topic(), message.aggregateId())
                .update();
        jdbc.sql("""
                        INSERT INTO parked_message (consumer, topic, partition_number, record_offset, aggregate_id,
                          event_id, event_type, status, reason, attempts, payload, parked_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(consumer)
                .param(message.position().topic())
                .param(message.position().partition())
                .param(message.position().offset())
                .param(message.aggregateId())
                .param(Ids.toBytes(message.id()))
                .param(typeOf(message))
                .param(status.name())
                .param(Failures.bounded(reason))
                .param(status == Status.PARKED ? 1 : 0)
                .param(message.payload())
                .param(UtcTime.of(now))
                .update();
    }

    private static @Nullable String typeOf(Incoming message) {
        return switch (message) {
            case Incoming.Event event -> {
                String type = event.event().type();
                yield type.length() <= 120 ? type : type.substring(0, 120);
            }
            case Incoming.Malformed _ -> null;
        };
    }

    /** The first open message of the same aggregate; empty when none is open any more. */
    Optional<ParkedMessage> head(ParkedMessage any) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM parked_message
                        WHERE consumer = ? AND topic = ? AND aggregate_id = ? AND status IN ('PARKED', 'WAITING')
                        ORDER BY id LIMIT 1""")
                .params(any.consumer(), any.position().topic(), any.aggregateId())
                .query(ParkedMessages::map)
                .optional();
    }

    void settle(ParkedMessage message, Status status, String reason, Instant now) {
        jdbc.sql("""
                        UPDATE parked_message SET status = ?, reason = ?, attempts = ?, settled_at = ? WHERE id = ?""")
                .param(status.name())
                .param(Failures.bounded(reason))
                .param(message.attempts() + (status == Status.HANDLED ? 1 : 0))
                .param(UtcTime.of(now))
                .param(message.id())
                .update();
    }

    /** Leaves a message alone that somebody else has settled since the try began. */
    void failAgain(ParkedMessage message, String reason) {
        jdbc.sql("""
                        UPDATE parked_message SET status = 'PARKED', reason = ?, attempts = attempts + 1
                        WHERE id = ? AND status IN ('PARKED', 'WAITING')""").params(Failures.bounded(reason), message.id()).update();
    }

    void unblock(ParkedMessage last) {
        jdbc.sql("DELETE FROM parked_aggregate WHERE consumer = ? AND topic = ? AND aggregate_id = ?")
                .params(last.consumer(), last.position().topic(), last.aggregateId())
                .update();
    }

    long waitingWith(ParkedMessage any) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM parked_message
                        WHERE consumer = ? AND topic = ? AND aggregate_id = ? AND status IN ('PARKED', 'WAITING')""")
                .params(any.consumer(), any.position().topic(), any.aggregateId())
                .query(Long.class)
                .single();
    }

    Optional<ParkedMessage> find(long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM parked_message WHERE id = ?")
                .param(id)
                .query(ParkedMessages::map)
                .optional();
    }

    List<ParkedMessage> list(Status status, long after, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM parked_message WHERE status = ? AND id > ? ORDER BY id LIMIT ?")
                .params(status.name(), after, limit)
                .query(ParkedMessages::map)
                .list();
    }

    /** Open messages, counted up to the bound. */
    long countOpen(int bound) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM (
                          SELECT id FROM parked_message WHERE status IN ('PARKED', 'WAITING') LIMIT ?) open_messages""").param(bound).query(Long.class).single();
    }

    private static ParkedMessage map(ResultSet row, int number) throws SQLException {
        return new ParkedMessage(
                row.getLong("id"),
                row.getString("consumer"),
                new Incoming.Position(
                        row.getString("topic"), row.getInt("partition_number"), row.getLong("record_offset")),
                row.getString("aggregate_id"),
                Ids.fromBytes(row.getBytes("event_id")),
                row.getString("event_type"),
                Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getBytes("payload"),
                UtcTime.read(row, "parked_at"),
                UtcTime.readNullable(row, "settled_at"));
    }
}
