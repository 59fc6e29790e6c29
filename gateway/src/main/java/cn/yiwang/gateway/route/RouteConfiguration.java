package cn.yiwang.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;

/**
 * The routes, in code: what the outside can reach is a promise, not a setting. A predicate is one comparison of strings,
 * because it is asked for every request.
 */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    private static final String SERVICE_API_DOCUMENT = "/v3/api-docs";
    /** Before the address of the instance is put together. */
    private static final int REWRITE = 2;

    @Bean
    RouteLocator routes(RouteProperties properties, CircuitBreakerRegistry breakers) {
        List<Route> routes = ServiceRoute.ALL.stream()
                .flatMap(service -> {
                    Upstream upstream = new Upstream(breakers.circuitBreaker(service.serviceName()));
                    return Stream.of(api(service, upstream, properties), document(service, upstream, properties));
                })
                .toList();
        return () -> Flux.fromIterable(routes);
    }

    private static Route api(ServiceRoute service, Upstream upstream, RouteProperties properties) {
        return route(service, service.serviceName(), properties)
                .predicate(exchange ->
                        service.covers(exchange.getRequest().getPath().value()))
                .filter(upstream)
                .build();
    }

    private static Route document(ServiceRoute service, Upstream upstream, RouteProperties properties) {
        GatewayFilter rewrite = (exchange, chain) -> chain.filter(exchange.mutate()
                .request(request -> request.path(SERVICE_API_DOCUMENT))
                .build());
        return route(service, service.serviceName() + "-api-document", properties)
                .predicate(exchange -> service.apiDocument()
                        .equals(exchange.getRequest().getPath().value()))
                .filters(upstream, new OrderedGatewayFilter(rewrite, REWRITE))
                .build();
    }

    private static Route.AsyncBuilder route(ServiceRoute service, String id, RouteProperties properties) {
        return Route.async()
                .id(id)
                .uri(URI.create("lb://" + service.serviceName()))
                .metadata(
                        RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR,
                        properties.timeoutOf(service).toMillis());
    }

    /** A breaker counts what the network did. A service that answers, even with an error, is there. */
    @Bean
    CircuitBreakerRegistry circuitBreakers(RouteProperties properties) {
        RouteProperties.Breaker breaker = properties.breaker();
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(breaker.calls())
                .minimumNumberOfCalls(Math.max(1, breaker.calls() / 2))
                .failureRateThreshold(breaker.failureRate())
                .waitDurationInOpenState(breaker.openFor())
                .permittedNumberOfCallsInHalfOpenState(5)
                .recordException(RouteConfiguration::isOfTheNetwork)
                .writableStackTraceEnabled(false)
                .build());
    }

    @Bean
    MeterBinder circuitBreakerMetrics(CircuitBreakerRegistry breakers) {
        return (MeterRegistry meters) ->
                TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    }

    private static boolean isOfTheNetwork(Throwable failure) {
        return failure instanceof IOException
                || (failure instanceof ResponseStatusException status
                        && status.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT));
    }
}
