package cn.yiwang.application.publication;

import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows that the public reads, and those that wait to become public. */
@Repository
class PublishedDecisions {

    private static final String SELECT = """
            SELECT p.id, p.public_id, a.public_id AS application_public_id, p.version, p.title, p.number, p.item_code, p.item_name,
                   p.body, p.body_name, p.division, p.holder_type, p.holder_name, p.holder_code, p.certificate_identifier, p.decided_on,
                   p.published_on, p.due_on, p.withdrawn
              FROM published_decision p JOIN application a ON a.id = p.application_id
            """;

    private final JdbcClient jdbc;

    PublishedDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What callers may narrow the list by; null leaves it open. */
    record Filter(
            @Nullable String body,
            @Nullable String division,
            @Nullable String itemCode,
            @Nullable String holderCode,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** Where a page begins: behind this decision, newest first. */
    record Position(LocalDate decidedOn, long key) {}

    /** A decision that waits, by the application that it ends. */
    record Waiting(long key, UUID applicationId, LocalDate since) {}

    List<Waiting> waiting(LocalDate until, @Nullable Waiting after, int limit) {
        LocalDate since = after == null ? LocalDate.EPOCH : after.since();
        return jdbc.sql("""
                SELECT id, public_id, unpublished_since FROM application
                 WHERE unpublished_since <= :until AND unpublished_since >= :since
                   AND (unpublished_since > :since OR id > :key)
                 ORDER BY unpublished_since, id LIMIT :limit
                """)
                .param("until", until)
                .param("since", since)
                .param("key", after == null ? 0 : after.key())
                .param("limit", limit)
                .query((row, n) -> new Waiting(
                        row.getLong("id"),
                        Ids.fromBytes(row.getBytes("public_id")),
                        row.getObject("unpublished_since", LocalDate.class)))
                .list();
    }

    /** Takes one that waits, unless another instance has it or is done with it. */
    boolean claim(long applicationKey) {
        return jdbc.sql("""
                SELECT id FROM application WHERE id = :key AND unpublished_since IS NOT NULL FOR UPDATE SKIP LOCKED
                """)
                .param("key", applicationKey)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    void add(long applicationKey, PublishedDecision decision) {
        jdbc.sql("""
                INSERT INTO published_decision (public_id, application_id, version, title, number, item_code, item_name, body, body_name,
                       division, holder_type, holder_name, holder_code, certificate_identifier, decided_on, published_on, due_on, withdrawn)
                VALUES (:id, :application, 1, :title, :number, :itemCode, :itemName, :body, :bodyName,
                       :division, :holderType, :holderName, :holderCode, :certificate, :decided, :published, :due, FALSE)
                """)
                .param("id", Ids.toBytes(decision.id()))
                .param("application", applicationKey)
                .param("title", decision.title())
                .param("number", decision.number())
                .param("itemCode", decision.itemCode())
                .param("itemName", decision.itemName())
                .param("body", decision.body())
                .param("bodyName", decision.bodyName())
                .param("division", decision.division())
                .param("holderType", decision.holderType())
                .param("holderName", decision.holderName())
                .param("holderCode", decision.holderCode())
                .param("certificate", decision.certificateIdentifier())
                .param("decided", decision.decidedOn())
                .param("published", decision.publishedOn())
                .param("due", decision.dueOn())
                .update();
    }

    /** Newest decision first, none that was taken back. */
    List<PublishedDecision> list(Filter filter, @Nullable Position after, int limit) {
        StringBuilder where = new StringBuilder("WHERE p.withdrawn = FALSE");
        Map<String, Object> values = new LinkedHashMap<>();
        narrow(where, values, " AND p.body = :body", "body", filter.body());
        narrow(where, values, " AND p.division = :division", "division", filter.division());
        narrow(where, values, " AND p.item_code = :item", "item", filter.itemCode());
        narrow(where, values, " AND p.holder_code = :holder", "holder", filter.holderCode());
        narrow(where, values, " AND p.decided_on >= :from", "from", filter.from());
        narrow(where, values, " AND p.decided_on <= :to", "to", filter.to());
        if (after != null) {
            where.append(" AND p.decided_on <= :day AND (p.decided_on < :day OR p.id < :key)");
            values.put("day", after.decidedOn());
            values.put("key", after.key());
        }
        values.put("limit", limit);
        return jdbc.sql(SELECT + where + " ORDER BY p.decided_on DESC, p.id DESC LIMIT :limit")
                .params(values)
                .query(PublishedDecisions::read)
                .list();
    }

    Optional<PublishedDecision> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE p.public_id = :id")
                .param("id", Ids.toBytes(id))
                .query(PublishedDecisions::read)
                .optional();
    }

    /** False when it was taken back or changed meanwhile. */
    boolean withdraw(PublishedDecision decision, String by, String reason, Instant now) {
        return jdbc.sql("""
                UPDATE published_decision
                   SET withdrawn = TRUE, version = version + 1, withdrawn_by = :by, withdrawn_at = :now, withdrawn_reason = :reason
                 WHERE id = :key AND version = :version AND withdrawn = FALSE
                """)
                        .param("by", by)
                        .param("now", UtcTime.of(now))
                        .param("reason", reason)
                        .param("key", decision.key())
                        .param("version", decision.version())
                        .update()
                == 1;
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.put(name, value);
        }
    }

    private static PublishedDecision read(ResultSet row, int number) throws SQLException {
        return new PublishedDecision(
                row.getLong("id"),
                Ids.fromBytes(row.getBytes("public_id")),
                Ids.fromBytes(row.getBytes("application_public_id")),
                row.getInt("version"),
                row.getString("title"),
                row.getString("number"),
                row.getString("item_code"),
                row.getString("item_name"),
                row.getString("body"),
                row.getString("body_name"),
                row.getString("division"),
                row.getString("holder_type"),
                row.getString("holder_name"),
                row.getString("holder_code"),
                row.getString("certificate_identifier"),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("published_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("withdrawn"));
    }
}
