package cn.yiwang.starter.audit;

import cn.yiwang.starter.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Entries, the latest first. */
    List<AuditRow> list(AuditFilter filter, long before, int limit) {
        return listing("", filter, before, limit).query(AuditTable::map).list();
    }

    /** How the database would find them: the rows of its plan. */
    List<Map<String, @Nullable Object>> planOfList(AuditFilter filter, long before, int limit) {
        return listing("EXPLAIN ", filter, before, limit).query().listOfRows();
    }

    private JdbcClient.StatementSpec listing(String verb, AuditFilter filter, long before, int limit) {
        Map<String, Object> conditions = filter.conditions();
        StringBuilder where = new StringBuilder("id < :before");
        conditions.keySet().forEach(column -> where.append(" AND " + column + " = :" + column));
        return jdbc.sql("%sSELECT %s FROM audit_entry FORCE INDEX (%s) WHERE %s ORDER BY id DESC LIMIT :limit"
                        .formatted(verb, COLUMNS, filter.index(), where))
                .params(conditions)
                .param("before", before)
                .param("limit", limit);
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

    /** What to list: everything, what happened to one object, what one actor did, or what one actor did to one object. */
    record AuditFilter(
            @Nullable AuditedObject object, @Nullable String actor) {

        Map<String, Object> conditions() {
            Map<String, Object> conditions = new LinkedHashMap<>();
            if (object != null) {
                conditions.put("object_type", object.type());
                conditions.put("object_id", object.id());
            }
            if (actor != null) {
                conditions.put("actor_subject", actor);
            }
            return conditions;
        }

        /** Named, because an optimizer that sees ORDER BY id with a small LIMIT likes to walk the whole table backwards. */
        String index() {
            if (object != null) {
                return "audit_entry_by_object";
            }
            return actor == null ? "PRIMARY" : "audit_entry_by_actor";
        }
    }

    /** One thing that entries are about; the id alone has no index, and ids of two types may be equal. */
    record AuditedObject(String type, String id) {}

    /** Entries not sealed yet. */
    record Tail(long entries, @Nullable Instant oldest) {}
}
