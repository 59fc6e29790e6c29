package cn.yiwang.starter.audit;

import cn.yiwang.starter.database.UtcTime;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code audit_seal} and the head of the chain. */
final class AuditChain {

    private static final int ONLY = 1;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    AuditChain(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
        this.template = template;
    }

    /** The last link, locked until the transaction ends, so that no two instances continue the chain from the same point. */
    Head lockedHead() {
        return head(" FOR UPDATE").orElseGet(() -> {
            jdbc.sql("""
                            INSERT INTO audit_chain (id, seal_number, hash, head_hash, sealed_at)
                            VALUES (?, 0, ?, ?, UTC_TIMESTAMP(6)) ON DUPLICATE KEY UPDATE id = VALUES(id)""")
                    .params(ONLY, AuditHash.beginning(), AuditHash.beginning())
                    .update();
            return head(" FOR UPDATE").orElseThrow();
        });
    }

    Optional<Head> head() {
        return head("");
    }

    private Optional<Head> head(String lock) {
        return jdbc.sql("SELECT seal_number, hash, head_hash FROM audit_chain WHERE id = ?" + lock)
                .param(ONLY)
                .query((row, _) ->
                        new Head(row.getLong("seal_number"), row.getBytes("hash"), row.getBytes("head_hash")))
                .optional();
    }

    void append(List<Seal> seals) {
        String sql = "INSERT INTO audit_seal (seal_number, entry_id, hash) VALUES (?, ?, ?)";
        template.batchUpdate(sql, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement statement, int index) throws SQLException {
                Seal seal = seals.get(index);
                statement.setLong(1, seal.number());
                statement.setLong(2, seal.entryId());
                statement.setBytes(3, seal.hash());
            }

            @Override
            public int getBatchSize() {
                return seals.size();
            }
        });
    }

    void moveHead(Head head, Instant now) {
        jdbc.sql("UPDATE audit_chain SET seal_number = ?, hash = ?, head_hash = ?, sealed_at = ? WHERE id = ?")
                .params(head.sealNumber(), head.hash(), head.headHash(), UtcTime.of(now), ONLY)
                .update();
    }

    List<Seal> after(long sealNumber, int limit) {
        return jdbc.sql("""
                        SELECT seal_number, entry_id, hash FROM audit_seal
                        WHERE seal_number > ? ORDER BY seal_number LIMIT ?""")
                .params(sealNumber, limit)
                .query((row, _) -> new Seal(row.getLong("seal_number"), row.getLong("entry_id"), row.getBytes("hash")))
                .list();
    }

    /** One link. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Seal(long number, long entryId, byte[] hash) {}

    /** Where the chain ends, and the hash that confirms it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Head(long sealNumber, byte[] hash, byte[] headHash) {}
}
