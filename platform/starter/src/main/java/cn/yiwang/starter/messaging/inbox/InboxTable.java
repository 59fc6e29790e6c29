package cn.yiwang.starter.messaging.inbox;

import cn.yiwang.starter.database.Portions;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** Marks all of these events; false when one of them was taken before, and then the transaction has to be rolled back. */
    boolean takeAll(String consumer, List<UUID> eventIds, Instant now) {
        try {
            Portions.of(eventIds, portion -> {
                List<Object> values = new ArrayList<>();
                for (UUID eventId : portion) {
                    values.add(consumer);
                    values.add(Ids.toBytes(eventId));
                    values.add(UtcTime.of(now));
                }
                jdbc.sql("INSERT INTO inbox_event (consumer, event_id, received_at) VALUES "
                                + Portions.rows(portion.size(), 3))
                        .params(values)
                        .update();
            });
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }
}
