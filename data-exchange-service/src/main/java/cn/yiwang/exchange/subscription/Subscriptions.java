package cn.yiwang.exchange.subscription;

import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.ids.Ids;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The subscriptions that are in force; a removed one is gone for its partner and stays on record. */
@Component
public class Subscriptions {

    private static final String SELECT = """
            SELECT id, public_id, partner, event_types, webhook_url, cursor_position, version, created_at
            FROM subscription WHERE status = 'ACTIVE'""";

    private final JdbcClient jdbc;
    private final PartnerRights rights;

    Subscriptions(JdbcClient jdbc, PartnerRights rights) {
        this.jdbc = jdbc;
        this.rights = rights;
    }

    void insert(UUID id, String partner, List<EventPattern> types, @Nullable URI webhook, long start, Instant now) {
        jdbc.sql("""
                        INSERT INTO subscription (public_id, partner, status, event_types, webhook_url, cursor_position,
                          dispatched_position, version, event_count, created_at)
                        VALUES (?, ?, 'ACTIVE', ?, ?, ?, ?, 1, 0, ?)""")
                .param(Ids.toBytes(id))
                .param(partner)
                .param(types.stream().map(EventPattern::value).collect(Collectors.joining(" ")))
                .param(webhook == null ? null : webhook.toString())
                .param(start)
                .param(start)
                .param(UtcTime.of(now))
                .update();
    }

    /** A partner sees its own and nothing of the others', not even that it exists. */
    public Optional<Subscription> find(String partner, UUID id) {
        return jdbc.sql(SELECT + " AND partner = ? AND public_id = ?")
                .params(partner, Ids.toBytes(id))
                .query(Subscriptions::map)
                .optional();
    }

    public Optional<Subscription> find(long key) {
        return jdbc.sql(SELECT + " AND id = ?")
                .param(key)
                .query(Subscriptions::map)
                .optional();
    }

    List<Subscription> list(String partner, long after, int limit) {
        return jdbc.sql(SELECT + " AND partner = ? AND id > ? ORDER BY id LIMIT ?")
                .params(partner, after, limit)
                .query(Subscriptions::map)
                .list();
    }

    int count(String partner) {
        return jdbc.sql("SELECT COUNT(*) FROM subscription WHERE partner = ? AND status = 'ACTIVE'")
                .param(partner)
                .query(Integer.class)
                .single();
    }

    /** Moves the cursor of the feed, if the version is still the one that the partner saw. */
    public void moveCursor(Subscription subscription, long version, long position) {
        requireOne(jdbc.sql("""
                        UPDATE subscription SET cursor_position = ?, version = version + 1
                        WHERE id = ? AND version = ? AND status = 'ACTIVE'""").params(position, subscription.key(), version).update());
    }

    void remove(Subscription subscription, long version) {
        requireOne(jdbc.sql("""
                        UPDATE subscription SET status = 'REMOVED', version = version + 1
                        WHERE id = ? AND version = ? AND status = 'ACTIVE'""").params(subscription.key(), version).update());
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new StaleVersionException();
        }
    }

    /** Counts one more event about the subscription, under the lock of its row, and returns its number. */
    long nextEvent(long key) {
        jdbc.sql("UPDATE subscription SET event_count = event_count + 1 WHERE id = ?")
                .param(key)
                .update();
        return jdbc.sql("SELECT event_count FROM subscription WHERE id = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    /** Subscriptions with a webhook for which the log holds positions that were not looked at yet. */
    public List<Long> behind(long head, int limit) {
        return jdbc.sql("""
                        SELECT id FROM subscription
                        WHERE status = 'ACTIVE' AND webhook_url IS NOT NULL AND dispatched_position < ?
                        ORDER BY id LIMIT ?""").params(head, limit).query(Long.class).list();
    }

    /** The position up to which events were turned into deliveries, locked; empty when another instance has it or it is gone. */
    public Optional<Long> lockedDispatchPosition(long key) {
        return jdbc.sql("""
                        SELECT dispatched_position FROM subscription
                        WHERE id = ? AND status = 'ACTIVE' FOR UPDATE SKIP LOCKED""").param(key).query(Long.class).optional();
    }

    public void dispatchedUpTo(long key, long position) {
        jdbc.sql("UPDATE subscription SET dispatched_position = ? WHERE id = ?")
                .params(position, key)
                .update();
    }

    /** Whether an event of the type goes to the subscription: wanted, and allowed to this day. */
    public boolean covers(Subscription subscription, String type) {
        return subscription.wants(type) && rights.allow(subscription.partner(), type);
    }

    private static Subscription map(ResultSet row, int number) throws SQLException {
        String webhook = row.getString("webhook_url");
        return new Subscription(
                row.getLong("id"),
                Ids.fromBytes(row.getBytes("public_id")),
                row.getString("partner"),
                Stream.of(row.getString("event_types").split(" "))
                        .map(EventPattern::new)
                        .toList(),
                webhook == null ? null : URI.create(webhook),
                row.getLong("cursor_position"),
                row.getLong("version"),
                UtcTime.read(row, "created_at"));
    }
}
