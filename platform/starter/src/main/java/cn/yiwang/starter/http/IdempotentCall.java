package cn.yiwang.starter.http;

import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/**
 * A creating call that a client may repeat without fear. As a controller argument it makes the header
 * {@code Idempotency-Key} mandatory.
 */
public interface IdempotentCall {

    /**
     * Does the work once for the caller, route and key, in one transaction together with the record of its answer.
     *
     * <p>A repetition with the same body gets the first answer again (status, {@code ETag}, {@code Location}, body)
     * without any work; with another body 422. If the work throws, nothing is stored and a repetition tries again.
     *
     * @param body everything in the request that decides what is done, the version of {@code If-Match} included if the
     *     caller names one; compared by its JSON
     * @param work what to do; it must not start a transaction of its own for anything that belongs to the answer
     */
    <T> ResponseEntity<T> run(Object body, Supplier<ResponseEntity<T>> work);
}
