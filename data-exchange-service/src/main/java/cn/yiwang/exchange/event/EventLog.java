package cn.yiwang.exchange.event;

import cn.yiwang.starter.database.Portions;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.messaging.ReceivedEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every event of every owner, in one order.
 *
 * <p>Positions are given out under a lock that is held until the transaction ends: whoever sees a position sees all before it, so a reader
 * that remembers the last position it saw misses nothing.
 */
@Component
public class EventLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    EventLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Appends the events, in this order, in the caller's transaction. */
    void append(List<ReceivedEvent> events) {
        Head head = jdbc.sql("SELECT log_position, received_at FROM event_log_head WHERE id = 1 FOR UPDATE")
                .query((row, _) -> new Head(row.getLong("log_position"), UtcTime.read(row, "received_at")))
                .single();
        Instant now = clock.instant();
        // Instances may disagree on the time; along the log it never goes back.
        Instant receivedAt = now.isBefore(head.receivedAt()) ? head.receivedAt() : now;
        AtomicLong position = new AtomicLong(head.position());
        Portions.of(events, portion -> insert(portion, position, receivedAt));
        jdbc.sql("UPDATE event_log_head SET log_position = ?, received_at = ? WHERE id = 1")
                .params(position.get(), UtcTime.of(receivedAt))
                .update();
    }

    private void insert(List<ReceivedEvent> events, AtomicLong position, Instant receivedAt) {
        List<Object> values = new ArrayList<>();
        for (ReceivedEvent event : events) {
            values.add(position.incrementAndGet());
            values.add(Ids.toBytes(event.id()));
            values.add(event.type());
            values.add(event.subject());
            values.add(UtcTime.of(receivedAt));
            values.add(event.json());
        }
        jdbc.sql("INSERT INTO event_log (log_position, event_id, type, subject, received_at, payload) VALUES "
                        + Portions.rows(events.size(), 6))
                .params(values)
                .update();
    }

    /** The last position; 0 when nothing was logged yet. */
    public long head() {
        return jdbc.sql("SELECT log_position FROM event_log_head WHERE id = 1")
                .query(Long.class)
                .single();
    }

    /** The events behind a position, up to another, in order. */
    public List<LoggedEvent> between(long after, long upTo) {
        return jdbc.sql("""
                        SELECT log_position, event_id, type, subject FROM event_log
                        WHERE log_position > ? AND log_position <= ? ORDER BY log_position""")
                .params(after, upTo)
                .query((row, _) -> new LoggedEvent(
                        row.getLong("log_position"),
                        Ids.fromBytes(row.getBytes("event_id")),
                        row.getString("type"),
                        row.getString("subject")))
                .list();
    }

    /** The CloudEvents of these positions, as they came from their owners. */
    public Map<Long, String> messages(List<Long> positions) {
        Map<Long, String> messages = new HashMap<>();
        if (!positions.isEmpty()) {
            jdbc.sql("SELECT log_position, payload FROM event_log WHERE log_position IN (:positions)")
                    .param("positions", positions)
                    .query(row -> {
                        messages.put(row.getLong("log_position"), row.getString("payload"));
                    });
        }
        return messages;
    }

    /** The position behind which everything received since the instant lies. */
    public long positionBefore(Instant instant) {
        return jdbc.sql("""
                        SELECT log_position - 1 FROM event_log WHERE received_at >= ?
                        ORDER BY received_at, log_position LIMIT 1""")
                .param(UtcTime.of(instant))
                .query(Long.class)
                .optional()
                .orElseGet(this::head);
    }

    private record Head(long position, Instant receivedAt) {}
}
