package cn.yiwang.starter.messaging.inbox;

import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.time.Instant;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code inbox_event}. They are kept for good: a topic can be read again from its beginning. */
final class InboxTable {

    private final JdbcClient jdbc;

    InboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Marks the event as taken by this consumer; false when it was before. Waits for whoever is handling it right now. */
    boolean take(String consumer, UUID eventId, Instant now) {
        try {
            jdbc.sql("INSERT INTO inbox_event (consumer, event_id, received_at) VALUES (?, ?, ?)")
                    .params(consumer, Ids.toBytes(eventId), UtcTime.of(now))
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }
}
