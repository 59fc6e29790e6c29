package cn.yiwang.starter.messaging.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox is relayed.
 *
 * @param pollInterval how long an event of another instance can wait unseen; events of this instance wake the relay at once
 * @param spacing the least time between two batches, so that a stream of events shares transactions
 * @param batchSize the most events of one batch
 * @param lease how long the shards of a dead instance stay orphaned
 * @param retention how long sent events are kept
 * @param maximumBytes the largest event, envelope included
 */
@ConfigurationProperties("yiwang.outbox")
record OutboxProperties(
        @DefaultValue("200ms") Duration pollInterval,
        @DefaultValue("40ms") Duration spacing,
        @DefaultValue("500") int batchSize,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("7d") Duration retention,
        @DefaultValue("262144") int maximumBytes) {}
