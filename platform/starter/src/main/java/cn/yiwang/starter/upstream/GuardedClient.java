package cn.yiwang.starter.upstream;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;

/**
 * Keeps a failing or slow service from pulling its callers down: at most so many calls at once, and none at all for a
 * while after too many failed. A 4xx is the caller's affair and no failure of the service.
 */
final class GuardedClient implements Client {

    private final Client client;
    private final BulkheadRegistry bulkheads;
    private final CircuitBreakerRegistry breakers;

    GuardedClient(Client client, BulkheadRegistry bulkheads, CircuitBreakerRegistry breakers) {
        this.client = client;
        this.bulkheads = bulkheads;
        this.breakers = breakers;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        String service = UpstreamErrors.service(request);
        Bulkhead bulkhead = bulkheads.bulkhead(service);
        if (!bulkhead.tryAcquirePermission()) {
            throw new UpstreamUnavailableException(service, null);
        }
        try {
            return throughBreaker(breakers.circuitBreaker(service), service, request, options);
        } finally {
            bulkhead.onComplete();
        }
    }

    private Response throughBreaker(CircuitBreaker breaker, String service, Request request, Request.Options options)
            throws IOException {
        if (!breaker.tryAcquirePermission()) {
            throw new UpstreamUnavailableException(service, null);
        }
        long start = breaker.getCurrentTimestamp();
        try {
            Response response = client.execute(request, options);
            long duration = breaker.getCurrentTimestamp() - start;
            if (response.status() >= 500) {
                breaker.onError(duration, breaker.getTimestampUnit(), new IOException("status " + response.status()));
            } else {
                breaker.onSuccess(duration, breaker.getTimestampUnit());
            }
            return response;
        } catch (IOException | RuntimeException e) {
            breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), e);
            throw e;
        }
    }
}
