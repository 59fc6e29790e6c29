package cn.yiwang.starter.messaging.outbox;

import cn.yiwang.starter.database.TestSchema;
import cn.yiwang.starter.lease.Leases;
import cn.yiwang.starter.messaging.EventDraft;
import cn.yiwang.starter.messaging.EventTracing;
import cn.yiwang.starter.messaging.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** One instance's outbox, wired by hand. */
final class OutboxFixture {

    final OutboxTable table;
    final OutboxRelay relay;
    final Outbox outbox;
    private final TestSchema.Instance instance;

    OutboxFixture(TestSchema.Instance instance, String bootstrapServers, Duration lease, Clock clock) {
        this.instance = instance;
        this.table = new OutboxTable(instance.jdbc());
        OutboxProperties properties = new OutboxProperties(
                Duration.ofMillis(50), Duration.ofMillis(5), 50, lease, Duration.ofDays(7), 10_000);
        Leases leases = new Leases(instance.jdbc(), instance.transaction(), "outbox", OutboxTable.SHARDS, lease);
        OutboxSender sender = new OutboxSender(
                () -> OutboxAutoConfiguration.producer(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers)),
                Duration.ofMillis(200));
        this.relay = new OutboxRelay(table, leases, sender, clock, properties);
        this.outbox = new TransactionalOutbox(
                table,
                clock,
                new EventTracing(null, null),
                "application-service",
                properties.maximumBytes(),
                relay::wake);
    }

    void publish(String topic, String subject, long sequence) {
        instance.transaction().executeWithoutResult(status -> outbox.send(draft(topic, subject, sequence)));
    }

    static EventDraft draft(String topic, String subject, long sequence) {
        return new EventDraft(
                topic, "cn.yiwang.application.accepted.v1", subject, sequence, Map.of("number", sequence));
    }
}
