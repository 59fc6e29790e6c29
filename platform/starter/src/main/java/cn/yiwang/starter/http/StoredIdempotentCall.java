package cn.yiwang.starter.http;

import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.net.URI;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One call with its key, kept in the table {@code idempotency_key}. */
final class StoredIdempotentCall implements IdempotentCall {

    private static final String ANSWER = "idempotency_key.answer";
    private static final int MOST_ATTEMPTS = 3;

    private final Parts parts;
    private final byte[] scope;

    StoredIdempotentCall(Parts parts, byte[] scope) {
        this.parts = parts;
        this.scope = scope;
    }

    @Override
    public <T> ResponseEntity<T> run(Object body, Supplier<ResponseEntity<T>> work) {
        byte[] bodyHash = parts.fingerprints().ofBody(scope, body);
        for (int attempt = 1; ; attempt++) {
            try {
                return parts.transactions().execute(_ -> once(bodyHash, work));
            } catch (ClaimLostException lost) {
                if (attempt == MOST_ATTEMPTS) {
                    throw lost.failure;
                }
            }
        }
    }

    private <T> ResponseEntity<T> once(byte[] bodyHash, Supplier<ResponseEntity<T>> work) {
        if (!claim(bodyHash)) {
            return replay(bodyHash);
        }
        ResponseEntity<T> answer = work.get();
        T body = answer.getBody();
        String json = body == null ? null : parts.json().writeValueAsString(body);
        HttpHeaders headers = answer.getHeaders();
        URI location = headers.getLocation();
        parts.keys()
                .answer(
                        scope,
                        answer.getStatusCode().value(),
                        headers.getETag(),
                        location == null ? null : location.toString(),
                        json == null ? null : parts.codec().seal(json, ANSWER));
        return entity(ResponseEntity.status(answer.getStatusCode()).headers(headers), json);
    }

    /**
     * When a first call fails while several repetitions wait, InnoDB grants them all a shared lock and must then break
     * the deadlock among them. The losers have done nothing yet and simply ask again.
     */
    private boolean claim(byte[] bodyHash) {
        try {
            return parts.keys().claim(scope, bodyHash);
        } catch (PessimisticLockingFailureException deadlock) {
            throw new ClaimLostException(deadlock);
        }
    }

    private <T> ResponseEntity<T> replay(byte[] bodyHash) {
        StoredAnswer stored = parts.keys().find(scope);
        if (!MessageDigest.isEqual(stored.bodyHash(), bodyHash)) {
            throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_REUSED);
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(stored.status());
        if (stored.etag() != null) {
            answer.eTag(stored.etag());
        }
        if (stored.location() != null) {
            answer.location(URI.create(stored.location()));
        }
        byte[] sealed = stored.answer();
        return entity(answer, sealed == null ? null : parts.codec().open(sealed, ANSWER));
    }

    /** The body is typed by its declaration only; the converter writes what is there. */
    @SuppressWarnings("unchecked")
    private static <T> ResponseEntity<T> entity(ResponseEntity.BodyBuilder answer, @Nullable String json) {
        return json == null ? answer.build() : (ResponseEntity<T>) answer.body(new RawJson(json));
    }

    /** What every call shares. */
    record Parts(
            IdempotencyKeys keys,
            TransactionTemplate transactions,
            Fingerprints fingerprints,
            ConfidentialCodec codec,
            JsonMapper json) {}

    /** Rolls the attempt back. */
    private static final class ClaimLostException extends RuntimeException {

        private final PessimisticLockingFailureException failure;

        ClaimLostException(PessimisticLockingFailureException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
