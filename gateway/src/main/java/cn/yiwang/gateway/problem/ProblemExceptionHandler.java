package cn.yiwang.gateway.problem;

import cn.yiwang.gateway.edge.BodyTooLargeException;
import cn.yiwang.gateway.edge.TraceParent;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.cloud.gateway.support.NotFoundException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns whatever went wrong in the gateway into a problem that says no more than the caller may know. */
@Component
@Order(-2)
final class ProblemExceptionHandler implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemExceptionHandler.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ProblemAnswers answers;

    ProblemExceptionHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            // Part of the answer is on its way: only breaking the connection tells the caller that it is incomplete.
            log.warn("Answer broken off, trace {}: {}", TraceParent.of(exchange).traceId(), failure.toString());
            return Mono.error(failure);
        }
        GatewayProblem problem = problemFor(failure);
        HttpHeaders headers = exchange.getResponse().getHeaders();
        switch (problem) {
            case UNEXPECTED ->
                log.error("Unexpected, trace {}", TraceParent.of(exchange).traceId(), failure);
            case UPSTREAM_UNAVAILABLE, TEMPORARILY_UNAVAILABLE -> {
                log.warn(
                        "{}, trace {}: {}",
                        problem.slug(),
                        TraceParent.of(exchange).traceId(),
                        failure.toString());
                headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            }
            case UPSTREAM_TIMED_OUT ->
                log.warn(
                        "{}, trace {}: {}",
                        problem.slug(),
                        TraceParent.of(exchange).traceId(),
                        failure.toString());
            case CONTENT_TOO_LARGE ->
                // The rest of the body is not read: the connection cannot be used again.
                headers.set(HttpHeaders.CONNECTION, "close");
            case MALFORMED_REQUEST, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED, TOO_MANY_REQUESTS ->
                log.debug("{}: {}", problem.slug(), failure.toString());
        }
        return answers.write(exchange, problem);
    }

    private static GatewayProblem problemFor(Throwable failure) {
        return switch (failure) {
            case BodyTooLargeException _ -> GatewayProblem.CONTENT_TOO_LARGE;
            // No instance of the service is registered.
            case NotFoundException _ -> GatewayProblem.UPSTREAM_UNAVAILABLE;
            case CallNotPermittedException _ -> GatewayProblem.UPSTREAM_UNAVAILABLE;
            case ResponseStatusException e -> problemFor(e);
            case IOException _ -> GatewayProblem.UPSTREAM_UNAVAILABLE;
            default -> GatewayProblem.UNEXPECTED;
        };
    }

    private static GatewayProblem problemFor(ResponseStatusException failure) {
        HttpStatus status = HttpStatus.resolve(failure.getStatusCode().value());
        if (status == null) {
            return GatewayProblem.UNEXPECTED;
        }
        for (GatewayProblem problem : GatewayProblem.values()) {
            if (problem.status() == status) {
                return problem;
            }
        }
        return status.is4xxClientError() ? GatewayProblem.MALFORMED_REQUEST : GatewayProblem.UNEXPECTED;
    }
}
