package cn.yiwang.starter.http;

import cn.yiwang.starter.database.UtcTime;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code idempotency_key}. It is on the way of every creating call, so its parameters are positional: names cost parsing. */
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
            jdbc.sql("INSERT INTO idempotency_key (scope, body_hash, created_at) VALUES (?, ?, ?)")
                    .params(scope, bodyHash, UtcTime.of(clock.instant()))
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
                 WHERE scope = ?
                """)
                .param(scope)
                .query((row, _) -> new StoredAnswer(
                        row.getBytes("body_hash"),
                        row.getInt("status"),
                        row.getString("etag"),
                        row.getString("location"),
                        row.getBytes("answer")))
                .single();
    }

    void answer(byte[] scope, int status, @Nullable String etag, @Nullable String location, byte @Nullable [] answer) {
        jdbc.sql("UPDATE idempotency_key SET status = ?, etag = ?, location = ?, answer = ? WHERE scope = ?")
                .param(status)
                .param(etag)
                .param(location)
                .param(answer)
                .param(scope)
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
