package cn.yiwang.starter.http;

import cn.yiwang.starter.database.UtcTime;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code idempotency_key}. */
final class IdempotencyKeys {

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Claims a scope for the current transaction. While another transaction holds it this waits, so of concurrent
     * repetitions one works and the others get its answer.
     *
     * @return false when the call was answered before
     */
    boolean claim(byte[] scope, byte[] bodyHash) {
        try {
            jdbc.sql("""
                    INSERT INTO idempotency_key (scope, body_hash, created_at)
                    VALUES (:scope, :bodyHash, :now)
                    """)
                    .param("scope", scope)
                    .param("bodyHash", bodyHash)
                    .param("now", UtcTime.of(clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    StoredAnswer find(byte[] scope) {
        return jdbc.sql("""
                SELECT body_hash, status, etag, location, answer
                  FROM idempotency_key
                 WHERE scope = :scope
                """)
                .param("scope", scope)
                .query((row, _) -> new StoredAnswer(
                        row.getBytes("body_hash"),
                        row.getInt("status"),
                        row.getString("etag"),
                        row.getString("location"),
                        row.getBytes("answer")))
                .single();
    }

    void answer(byte[] scope, int status, @Nullable String etag, @Nullable String location, byte @Nullable [] answer) {
        jdbc.sql("""
                UPDATE idempotency_key
                   SET status = :status, etag = :etag, location = :location, answer = :answer
                 WHERE scope = :scope
                """)
                .param("status", status)
                .param("etag", etag)
                .param("location", location)
                .param("answer", answer)
                .param("scope", scope)
                .update();
    }

    int deleteBefore(Instant limit, int batch) {
        return jdbc.sql("""
                DELETE FROM idempotency_key
                 WHERE created_at < :limit
                 ORDER BY created_at
                 LIMIT :batch
                """)
                .param("limit", UtcTime.of(limit))
                .param("batch", batch)
                .update();
    }
}
