package cn.yiwang.starter.messaging.inbox;

import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes action, object and details into the real table, and fails when it was told to. */
final class RecordingAudit implements AuditTrail {

    private final JdbcClient jdbc;
    private boolean broken;

    RecordingAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on nothing can be recorded. */
    void fail() {
        broken = true;
    }

    void recover() {
        broken = false;
    }

    List<String> entries() {
        return jdbc.sql("SELECT CONCAT(action, ' ', object_id, ' ', details) FROM audit_entry ORDER BY id")
                .query(String.class)
                .list();
    }

    @Override
    public void record(AuditEntry entry) {
        jdbc.sql("""
                INSERT INTO audit_entry (occurred_at, actor_subject, actor_type, roles, action, object_type, object_id, details, sealed)
                VALUES ('2026-11-22 08:00:00', 'operator', 'STAFF', 'SYSTEM_ADMIN', ?, ?, ?, ?, FALSE)""")
                .params(
                        entry.action(),
                        entry.objectType(),
                        entry.objectId(),
                        entry.details().toString())
                .update();
        if (broken) {
            throw new IllegalStateException("the audit trail is full");
        }
    }

    @Override
    public void record(Actor actor, AuditEntry entry) {
        record(entry);
    }
}
