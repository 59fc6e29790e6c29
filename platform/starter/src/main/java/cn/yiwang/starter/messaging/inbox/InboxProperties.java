package cn.yiwang.starter.messaging.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are received.
 *
 * @param concurrency threads of each consumer in one instance; more than there are partitions stay idle
 * @param gathering how long a consumer of groups lets events gather before it looks again
 * @param firstBackOff the pause after the first failure of the infrastructure, doubled each time
 * @param longestBackOff the longest pause between two tries
 */
@ConfigurationProperties("yiwang.inbox")
record InboxProperties(
        @DefaultValue("3") int concurrency,
        @DefaultValue("50ms") Duration gathering,
        @DefaultValue("500ms") Duration firstBackOff,
        @DefaultValue("30s") Duration longestBackOff) {}
