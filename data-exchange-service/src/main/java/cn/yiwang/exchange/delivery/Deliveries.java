package cn.yiwang.exchange.delivery;

import cn.yiwang.exchange.event.LoggedEvent;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log of what was handed to partners, and at the same time the queue of what has to be. */
@Component
public class Deliveries {

    private static final String COLUMNS = """
            id, channel, status, first_position, last_position, events, event_id, event_type, subject, attempts,
            next_try_at, last_outcome, created_at, settled_at""";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    /** Logs that a page of the feed was read. */
    public void feedRead(long subscription, long firstPosition, long lastPosition, int events) {
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO delivery (subscription_id, channel, status, first_position, last_position, events,
                          attempts, created_at, settled_at)
                        VALUES (?, 'FEED', 'DELIVERED', ?, ?, ?, 1, ?, ?)""")
                .params(subscription, firstPosition, lastPosition, events, UtcTime.of(now), UtcTime.of(now))
                .update();
    }

    void queue(long subscription, List<LoggedEvent> events) {
        Instant now = clock.instant();
        template.batchUpdate("""
                INSERT INTO delivery (subscription_id, channel, status, first_position, last_position, events,
                  event_id, event_type, subject, attempts, next_try_at, created_at)
                VALUES (?, 'WEBHOOK', 'PENDING', ?, ?, 1, ?, ?, ?, 0, ?, ?)""", events, events.size(), (row, event) -> {
            row.setLong(1, subscription);
            row.setLong(2, event.position());
            row.setLong(3, event.position());
            row.setBytes(4, Ids.toBytes(event.id()));
            row.setString(5, event.type());
            row.setString(6, event.subject());
            row.setObject(7, UtcTime.of(now));
            row.setObject(8, UtcTime.of(now));
        });
    }

    List<Long> subscriptionsWithDue(int limit) {
        return jdbc.sql("""
                        SELECT DISTINCT subscription_id FROM delivery
                        WHERE status = 'PENDING' AND next_try_at <= ? LIMIT ?""")
                .params(UtcTime.of(clock.instant()), limit)
                .query(Long.class)
                .list();
    }

    /**
     * Due deliveries of a subscription that have no earlier unfinished one of the same aggregate before them. Only a look: whoever wants
     * to make them claims them.
     */
    List<Long> dueHeads(long subscription, int limit) {
        return jdbc.sql("""
                        SELECT due.id FROM delivery due
                        WHERE due.subscription_id = ? AND due.status = 'PENDING' AND due.next_try_at <= ?
                          AND NOT EXISTS (
                            SELECT 1 FROM delivery earlier
                            WHERE earlier.subscription_id = due.subscription_id AND earlier.status = 'PENDING'
                              AND earlier.subject = due.subject AND earlier.id < due.id)
                        ORDER BY due.id LIMIT ?""")
                .params(subscription, UtcTime.of(clock.instant()), limit)
                .query(Long.class)
                .list();
    }

    /** Claims those that nobody else has: they are due again only at the given time, should this instance die. */
    List<Delivery> claim(List<Long> ids, Instant until) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Delivery> mine = jdbc.sql("SELECT " + COLUMNS + """
                         FROM delivery WHERE id IN (:ids) AND status = 'PENDING' AND next_try_at <= :now
                        ORDER BY id FOR UPDATE SKIP LOCKED""")
                .param("ids", ids)
                .param("now", UtcTime.of(clock.instant()))
                .query(Deliveries::map)
                .list();
        if (!mine.isEmpty()) {
            jdbc.sql("UPDATE delivery SET next_try_at = :until WHERE id IN (:ids)")
                    .param("until", UtcTime.of(until))
                    .param("ids", mine.stream().map(Delivery::id).toList())
                    .update();
        }
        return mine;
    }

    /** Ends a delivery, if it is still as it was when it was claimed. */
    boolean settle(Delivery delivery, DeliveryStatus status, String outcome) {
        return jdbc.sql("""
                        UPDATE delivery SET status = ?, attempts = attempts + 1, last_outcome = ?, next_try_at = NULL,
                          settled_at = ?
                        WHERE id = ? AND status = 'PENDING' AND attempts = ?""")
                        .params(status.name(), outcome, UtcTime.of(clock.instant()), delivery.id(), delivery.attempts())
                        .update()
                == 1;
    }

    void tryAgain(Delivery delivery, Instant at, String outcome) {
        jdbc.sql("""
                        UPDATE delivery SET attempts = attempts + 1, last_outcome = ?, next_try_at = ?
                        WHERE id = ? AND status = 'PENDING' AND attempts = ?""")
                .params(outcome, UtcTime.of(at), delivery.id(), delivery.attempts())
                .update();
    }

    void cancelAll(long subscription) {
        jdbc.sql("""
                        UPDATE delivery SET status = 'CANCELLED', next_try_at = NULL, settled_at = ?
                        WHERE subscription_id = ? AND status = 'PENDING'""").params(UtcTime.of(clock.instant()), subscription).update();
    }

    /** The latest first. */
    List<Delivery> list(long subscription, @Nullable DeliveryStatus status, long before, int limit) {
        String filter = status == null ? "" : " AND status = :status";
        return jdbc.sql("SELECT " + COLUMNS + " FROM delivery WHERE subscription_id = :subscription AND id < :before"
                        + filter + " ORDER BY id DESC LIMIT :limit")
                .param("subscription", subscription)
                .param("before", before)
                .param("status", status == null ? null : status.name())
                .param("limit", limit)
                .query(Deliveries::map)
                .list();
    }

    private static Delivery map(ResultSet row, int number) throws SQLException {
        byte[] eventId = row.getBytes("event_id");
        return new Delivery(
                row.getLong("id"),
                row.getString("channel"),
                DeliveryStatus.valueOf(row.getString("status")),
                row.getLong("first_position"),
                row.getLong("last_position"),
                row.getInt("events"),
                eventId == null ? null : Ids.fromBytes(eventId),
                row.getString("event_type"),
                row.getString("subject"),
                row.getInt("attempts"),
                UtcTime.readNullable(row, "next_try_at"),
                row.getString("last_outcome"),
                UtcTime.read(row, "created_at"),
                UtcTime.readNullable(row, "settled_at"));
    }
}
