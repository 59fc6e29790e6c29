package cn.yiwang.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.reset;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.net.ConnectException;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Guards the calls to one service: its circuit breaker, and one more try at the next instance when an instance did not
 * even take the connection. Such a request was never sent, so trying again is safe whatever its method; it covers the
 * seconds in which a dead instance is still registered.
 */
final class Upstream implements GatewayFilter, Ordered {

    /** Outside of the choice of an instance, inside of the writing of the answer. */
    private static final int AROUND_THE_CALL = 1;

    private final CircuitBreakerOperator<Void> breaker;

    Upstream(CircuitBreaker breaker) {
        this.breaker = CircuitBreakerOperator.of(breaker);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .onErrorResume(ConnectException.class, _ -> {
                    reset(exchange);
                    return chain.filter(exchange);
                })
                .transformDeferred(breaker);
    }

    @Override
    public int getOrder() {
        return AROUND_THE_CALL;
    }
}
