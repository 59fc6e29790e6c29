package cn.yiwang.starter.audit;

import cn.yiwang.starter.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code audit_entry}. */
final class AuditTable {

    private static final String COLUMNS = """
            id, occurred_at, actor_subject, actor_type, acting_for, roles, action, object_type, object_id, ground,
            details, trace_id""";

    private final JdbcClient jdbc;

    AuditTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Inserts the row; its id is the database's. */
    void insert(AuditRow row) {
        jdbc.sql("""
                        INSERT INTO audit_entry (occurred_at, actor_subject, actor_type, acting_for, roles, action,
                          object_type, object_id, ground, details, trace_id, sealed)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE)""")
                .param(UtcTime.of(row.occurredAt()))
                .param(row.actorSubject())
                .param(row.actorType())
                .param(row.actingFor())
                .param(row.roles())
                .param(row.action())
                .param(row.objectType())
                .param(row.objectId())
                .param(row.ground())
                .param(row.details())
                .param(row.traceId())
                .update();
    }

    List<AuditRow> unsealed(int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM audit_entry FORCE INDEX (audit_entry_waits_for_seal)"
                        + " WHERE sealed = FALSE ORDER BY id LIMIT ?")
                .param(limit)
                .query(AuditTable::map)
                .list();
    }

    void markSealed(List<Long> ids) {
        jdbc.sql("UPDATE audit_entry SET sealed = TRUE WHERE id IN (:ids)")
                .param("ids", ids)
                .update();
    }

    /** Entries, the latest first; each filter may be absent. */
    List<AuditRow> list(AuditFilter filter, long before, int limit) {
        StringBuilder where = new StringBuilder("id < :before");
        if (filter.objectType() != null) {
            where.append(" AND object_type = :objectType");
        }
        if (filter.objectId() != null) {
            where.append(" AND object_id = :objectId");
        }
        if (filter.actor() != null) {
            where.append(" AND actor_subject = :actor");
        }
        return jdbc.sql("SELECT " + COLUMNS + " FROM audit_entry WHERE " + where + " ORDER BY id DESC LIMIT :limit")
                .param("before", before)
                .param("objectType", filter.objectType())
                .param("objectId", filter.objectId())
                .param("actor", filter.actor())
                .param("limit", limit)
                .query(AuditTable::map)
                .list();
    }

    /** The rows of these ids, for verification. */
    List<AuditRow> rows(List<Long> ids) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM audit_entry WHERE id IN (:ids)")
                .param("ids", ids)
                .query(AuditTable::map)
                .list();
    }

    /** Entries that have no seal yet, counted up to the bound, and the oldest of them. */
    Tail tail(int bound) {
        return jdbc.sql("""
                        SELECT COUNT(*) AS entries, MIN(occurred_at) AS oldest FROM (
                          SELECT occurred_at FROM audit_entry FORCE INDEX (audit_entry_waits_for_seal) WHERE sealed = FALSE ORDER BY id LIMIT ?) unsealed""")
                .param(bound)
                .query((row, _) -> new Tail(row.getLong("entries"), UtcTime.readNullable(row, "oldest")))
                .single();
    }

    /** The first entries that claim a seal without having one, after one id and up to another. */
    List<Long> claimWithoutSeal(long afterId, long toId) {
        return jdbc.sql("""
                        SELECT e.id FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id
                        WHERE e.id > ? AND e.id <= ? AND e.sealed = TRUE AND s.entry_id IS NULL ORDER BY e.id LIMIT 10""").params(afterId, toId).query(Long.class).list();
    }

    private static AuditRow map(ResultSet row, int number) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                UtcTime.read(row, "occurred_at"),
                row.getString("actor_subject"),
                row.getString("actor_type"),
                row.getString("acting_for"),
                row.getString("roles"),
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                row.getString("ground"),
                row.getString("details"),
                row.getString("trace_id"));
    }

    /** What to list. */
    record AuditFilter(
            @Nullable String objectType,
            @Nullable String objectId,
            @Nullable String actor) {}

    /** Entries not sealed yet. */
    record Tail(long entries, @Nullable Instant oldest) {}
}
