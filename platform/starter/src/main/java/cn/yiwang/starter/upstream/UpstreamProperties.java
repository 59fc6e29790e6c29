package cn.yiwang.starter.upstream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far a service goes for another one; the same for each.
 *
 * @param connectTimeout until the connection stands; the time-out of the whole exchange is Feign's
 *     {@code spring.cloud.openfeign.client.config.default.read-timeout}
 * @param concurrentCalls how many calls to one service run at once
 * @param calls over how many calls the failures are counted
 * @param failurePercent from which share of failures on no call is tried
 * @param pause for how long none is tried
 */
@ConfigurationProperties("yiwang.upstream")
record UpstreamProperties(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("64") int concurrentCalls,
        @DefaultValue("20") int calls,
        @DefaultValue("50") int failurePercent,
        @DefaultValue("5s") Duration pause) {}
