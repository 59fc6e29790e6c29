package cn.yiwang.starter.messaging.inbox;

import cn.yiwang.starter.database.TestSchema;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.messaging.CloudEvents;
import cn.yiwang.starter.messaging.EventDraft;
import cn.yiwang.starter.messaging.EventTracing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** An inbox with its consumer, wired by hand. */
final class InboxFixture {

    static final String TOPIC = "yiwang.inbox-test";
    private static final Instant TIME = Instant.parse("2026-11-22T08:00:00Z");

    final TestSchema schema;
    final RecordingConsumer consumer;
    final ParkedMessages parked;
    final Inbox inbox;
    final RecordingAudit audit;
    final Redrive redrive;
    private final AtomicLong offset = new AtomicLong();

    InboxFixture(TestSchema schema, Set<String> topics, int groupSize) {
        this.schema = schema;
        this.consumer = new RecordingConsumer(schema.jdbc(), topics, groupSize);
        this.parked = new ParkedMessages(schema.jdbc());
        this.inbox = new Inbox(
                consumer,
                new InboxTable(schema.jdbc()),
                parked,
                schema.transaction(),
                new EventTracing(null, null),
                Clock.systemUTC());
        this.audit = new RecordingAudit(schema.jdbc());
        this.redrive = new Redrive(Map.of("recording", inbox), parked, audit, schema.transaction(), Clock.systemUTC());
    }

    static String json(String subject, long sequence) {
        return CloudEvents.write(
                Ids.next(),
                "/yiwang/test",
                TIME,
                null,
                new EventDraft(TOPIC, "cn.yiwang.test.happened.v1", subject, sequence, Map.of()));
    }

    Incoming event(String subject, long sequence) {
        return incoming(subject, json(subject, sequence));
    }

    Incoming incoming(String key, String message) {
        return Incoming.read(
                new Incoming.Position(TOPIC, 0, offset.getAndIncrement()),
                key,
                message.getBytes(StandardCharsets.UTF_8));
    }

    List<Long> effects(String subject) {
        return schema.jdbc()
                .sql("SELECT sequence_number FROM effect WHERE subject = ? ORDER BY id")
                .param(subject)
                .query(Long.class)
                .list();
    }

    List<ParkedMessage> parked(ParkedMessage.Status status) {
        return parked.list(status, 0, 100);
    }
}
