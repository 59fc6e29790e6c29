package cn.yiwang.starter.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yiwang.localservers.KafkaBroker;
import cn.yiwang.localservers.KafkaSettings;
import cn.yiwang.starter.database.RealServers;
import cn.yiwang.starter.database.TestSchema;
import cn.yiwang.starter.messaging.BrokerTopics;
import cn.yiwang.starter.messaging.ReceivedEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    private static final Duration LEASE = Duration.ofSeconds(2);

    private final TestSchema schema = RealServers.schema();

    @Test
    void two_relays_share_the_work_and_when_one_is_killed_nothing_is_lost_or_out_of_order() throws Exception {
        String topic = "yiwang.relay-killed";
        BrokerTopics topics = new BrokerTopics(RealServers.bootstrapServers());
        topics.create(topic);
        TestSchema.Instance doomedInstance = schema.instance();
        OutboxFixture survivor =
                new OutboxFixture(schema.first(), RealServers.bootstrapServers(), LEASE, Clock.systemUTC());
        OutboxFixture doomed =
                new OutboxFixture(doomedInstance, RealServers.bootstrapServers(), LEASE, Clock.systemUTC());
        survivor.relay.start();
        doomed.relay.start();
        await().until(() -> holders() == 2);

        int aggregates = 24;
        int events = 30;
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (int aggregate = 0; aggregate < aggregates; aggregate++) {
                String subject = "aggregate-" + aggregate;
                running.add(writers.submit(() -> {
                    for (int number = 1; number <= events; number++) {
                        survivor.publish(topic, subject, number);
                    }
                }));
            }
            await().until(() -> sent() > aggregates * events / 4);
            doomedInstance.pool().close();
            for (Future<?> writer : running) {
                writer.get();
            }
        }

        List<ReceivedEvent> received = topics.readUntil(topic, read -> distinct(read) == aggregates * events);
        assertThat(firstSightings(received)).hasSize(aggregates).allSatisfy((_, sequences) -> assertThat(sequences)
                .isEqualTo(LongStream.rangeClosed(1, events).boxed().toList()));
        await().until(() -> survivor.table.backlog(1).events() == 0);
        survivor.relay.stop();
        doomed.relay.stop();
    }

    @Test
    void while_the_broker_is_down_events_wait_and_afterwards_all_arrive_in_order() throws Exception {
        String topic = "yiwang.broker-down";
        KafkaSettings settings = RealServers.brokerSettings();
        KafkaBroker broker = KafkaBroker.start(settings);
        new BrokerTopics(broker.bootstrapServers()).create(topic);
        OutboxFixture fixture = new OutboxFixture(schema.first(), broker.bootstrapServers(), LEASE, Clock.systemUTC());
        fixture.relay.start();
        fixture.publish(topic, "a", 1);
        await().until(() -> sent() == 1);

        broker.stop();
        for (int number = 2; number <= 20; number++) {
            fixture.publish(topic, "a", number);
            fixture.publish(topic, "b", number - 1);
        }
        assertThat(fixture.table.backlog(100).events()).isEqualTo(38);
        broker = KafkaBroker.start(settings);

        List<ReceivedEvent> received =
                new BrokerTopics(broker.bootstrapServers()).readUntil(topic, read -> distinct(read) == 39);
        assertThat(firstSightings(received).get("a"))
                .isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(firstSightings(received).get("b"))
                .isEqualTo(LongStream.rangeClosed(1, 19).boxed().toList());
        fixture.relay.stop();
        broker.stop();
    }

    @Test
    void a_topic_that_does_not_exist_yet_holds_up_no_other_and_gets_its_events_later() throws Exception {
        String ready = "yiwang.topic-ready";
        String late = "yiwang.topic-late";
        BrokerTopics topics = new BrokerTopics(RealServers.bootstrapServers());
        topics.create(ready);
        OutboxFixture fixture = new OutboxFixture(
                schema.first(), RealServers.bootstrapServers(), Duration.ofSeconds(10), Clock.systemUTC());
        fixture.publish(late, "a", 1);
        fixture.publish(ready, "a", 1);
        fixture.publish(late, "a", 2);
        fixture.relay.start();

        topics.readUntil(ready, read -> read.size() == 1);
        assertThat(sent()).isLessThan(3);
        topics.create(late);

        List<ReceivedEvent> received = topics.readUntil(late, read -> distinct(read) == 2);
        assertThat(received).extracting(ReceivedEvent::sequence).startsWith(1L).endsWith(2L);
        fixture.relay.stop();
    }

    @Test
    void a_relay_that_stops_hands_over_at_once() {
        OutboxFixture leaving = new OutboxFixture(
                schema.instance(), RealServers.bootstrapServers(), Duration.ofSeconds(60), Clock.systemUTC());
        leaving.relay.start();
        await().until(() -> holders() == 1);

        leaving.relay.stop();

        assertThat(holders()).isZero();
        assertThat(leaving.relay.isRunning()).isFalse();
    }

    private int holders() {
        return schema.jdbc()
                .sql("SELECT COUNT(DISTINCT holder) FROM lease WHERE task = 'outbox'")
                .query(Integer.class)
                .single();
    }

    private int sent() {
        return schema.jdbc()
                .sql("SELECT COUNT(*) FROM outbox_event WHERE sent_at IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    private static int distinct(List<ReceivedEvent> events) {
        Set<Object> ids = new HashSet<>();
        events.forEach(event -> ids.add(event.id()));
        return ids.size();
    }

    /** The sequences of each subject in the order in which each event was seen first: at least once means that some come again. */
    private static Map<String, List<Long>> firstSightings(List<ReceivedEvent> events) {
        Set<Object> seen = new HashSet<>();
        Map<String, List<Long>> sequences = new LinkedHashMap<>();
        for (ReceivedEvent event : events) {
            if (seen.add(event.id())) {
                sequences
                        .computeIfAbsent(event.subject(), _ -> new ArrayList<>())
                        .add(event.sequence());
            }
        }
        return sequences;
    }
}
