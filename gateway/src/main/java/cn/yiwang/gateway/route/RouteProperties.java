package cn.yiwang.gateway.route;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the gateway waits for a service, and when it stops asking.
 *
 * @param timeout until the first byte of the answer
 * @param timeouts another time for single services, by name
 * @param breaker when calls to a service are refused without trying
 */
@ConfigurationProperties("yiwang.gateway.route")
record RouteProperties(
        @DefaultValue("10s") Duration timeout,
        @DefaultValue Map<String, Duration> timeouts,
        @DefaultValue Breaker breaker) {

    RouteProperties {
        timeouts = Map.copyOf(timeouts);
    }

    Duration timeoutOf(ServiceRoute service) {
        return timeouts.getOrDefault(service.serviceName(), timeout);
    }

    /**
     * The circuit breaker of each service.
     *
     * @param calls how many of the last calls are looked at
     * @param failureRate the share of them, in per cent, that opens the breaker
     * @param openFor how long it stays open before single calls are tried again
     */
    record Breaker(
            @DefaultValue("50") int calls,
            @DefaultValue("50") float failureRate,
            @DefaultValue("2s") Duration openFor) {}
}
