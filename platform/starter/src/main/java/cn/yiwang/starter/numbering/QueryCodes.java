package cn.yiwang.starter.numbering;

import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The private code that goes with a public number: ten letters and digits that are hard to confuse (about 49 bits), shown once.
 *
 * <p>Stored is a keyed hash bound to the number, so that a copy of the table cannot be searched for codes. Whether a number exists cannot be
 * told from the answer, and guessing is stopped: after {@value #MOST_FAILURES} wrong codes a number answers nobody for the rest of a
 * quarter of an hour.
 */
public final class QueryCodes {

    static final int MOST_FAILURES = 10;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRTUVWXYZ";
    private static final int LENGTH = 10;

    private final SecureRandom random = new SecureRandom();
    private final ConfidentialCodec codec;
    private final JdbcClient jdbc;
    private final TransactionOperations ownTransaction;
    private final Clock clock;

    /** The transaction must be a new one at every use: a failure is counted although the request is refused. */
    QueryCodes(ConfidentialCodec codec, JdbcClient jdbc, TransactionOperations ownTransaction, Clock clock) {
        this.codec = codec;
        this.jdbc = jdbc;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    /** A new code. */
    public String random() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** The 32 bytes to store for a code of this number. */
    public byte[] hash(String number, String code) {
        return codec.blindIndex(number + ":" + code, "query_code");
    }

    /**
     * Lets a right code pass.
     *
     * @param hash what is stored for the number; null when there is no such number
     * @throws ProblemException not-found for a wrong code and an unknown number alike, too-many-requests after too many wrong ones, with
     *     the time until the number answers again
     */
    public void check(byte @Nullable [] hash, String number, String code) {
        byte[] numberHash = codec.blindIndex(number, "query_code_attempt.number_hash");
        Instant now = clock.instant();
        Instant closedSince = closedSince(numberHash, now);
        if (closedSince != null) {
            throw new ProblemException(CommonProblem.TOO_MANY_REQUESTS)
                    .retryAfter(Duration.between(now, closedSince.plus(WINDOW)));
        }
        byte[] given = hash(number, code);
        boolean right = MessageDigest.isEqual(hash == null ? new byte[given.length] : hash, given) && hash != null;
        if (!right) {
            ownTransaction.executeWithoutResult(status -> count(numberHash, now));
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
    }

    /** When the window began in which too many codes were wrong; null while the number still answers. */
    private @Nullable Instant closedSince(byte[] numberHash, Instant now) {
        return jdbc.sql("""
                SELECT window_start FROM query_code_attempt WHERE number_hash = ? AND window_start > ? AND failures >= ?
                """)
                .params(numberHash, UtcTime.of(now.minus(WINDOW)), MOST_FAILURES)
                .query((row, _) -> UtcTime.read(row, "window_start"))
                .optional()
                .orElse(null);
    }

    private void count(byte[] numberHash, Instant now) {
        LocalDateTime at = UtcTime.of(now);
        LocalDateTime windowBegins = UtcTime.of(now.minus(WINDOW));
        // MySQL assigns from left to right: failures still compares with the old window_start.
        jdbc.sql("""
                INSERT INTO query_code_attempt (number_hash, failures, window_start) VALUES (?, 1, ?)
                ON DUPLICATE KEY UPDATE
                  failures = CASE WHEN window_start > ? THEN failures + 1 ELSE 1 END,
                  window_start = CASE WHEN window_start > ? THEN window_start ELSE VALUES(window_start) END
                """).params(numberHash, at, windowBegins, windowBegins).update();
        jdbc.sql("DELETE FROM query_code_attempt WHERE window_start < ? LIMIT 10")
                .param(windowBegins.minusDays(1))
                .update();
    }
}
