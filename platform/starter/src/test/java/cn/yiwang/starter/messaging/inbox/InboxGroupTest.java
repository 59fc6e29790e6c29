package cn.yiwang.starter.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yiwang.starter.database.RealServers;
import cn.yiwang.starter.database.TestSchema;
import cn.yiwang.starter.messaging.BrokerTopics;
import cn.yiwang.starter.messaging.EventTracing;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InboxGroupTest {

    private static final String TOPIC = "yiwang.group";

    private final TestSchema schema = RealServers.schema();
    private final InboxFixture fixture = new InboxFixture(schema, Set.of(TOPIC), 1);
    private final RecordingGroup consumer = new RecordingGroup(schema.jdbc(), Set.of(TOPIC));
    private final Inbox inbox = new Inbox(
            consumer,
            new InboxTable(schema.jdbc()),
            new ParkedMessages(schema.jdbc()),
            schema.transaction(),
            new EventTracing(null, null),
            Clock.systemUTC());

    @Test
    void a_group_is_marked_and_handled_as_one_in_its_order() {
        List<Incoming> events = new ArrayList<>();
        for (int sequence = 1; sequence <= 45; sequence++) {
            events.add(fixture.event("a", sequence));
        }

        assertThat(inbox.takeTogether(events)).isTrue();

        assertThat(consumer.groups)
                .singleElement()
                .satisfies(group -> assertThat(group).hasSize(45).startsWith("a1", "a2"));
        assertThat(fixture.effects("a"))
                .isEqualTo(LongStream.rangeClosed(1, 45).boxed().toList());
        events.forEach(inbox::take);
        assertThat(fixture.effects("a")).hasSize(45);
    }

    @Test
    void a_group_with_an_event_that_was_handled_before_falls_apart_and_repeats_nothing() {
        Incoming first = fixture.event("a", 1);
        Incoming second = fixture.event("a", 2);
        inbox.take(first);

        assertThat(inbox.takeTogether(List.of(first, second))).isFalse();
        assertThat(fixture.effects("a")).containsExactly(1L);

        inbox.take(first);
        inbox.take(second);
        assertThat(fixture.effects("a")).containsExactly(1L, 2L);
    }

    @Test
    void while_one_aggregate_is_parked_its_events_wait_and_those_of_the_others_go_on() {
        consumer.failAt("a");
        inbox.take(fixture.event("a", 1));
        consumer.failAt("");

        assertThat(inbox.takeTogether(List.of(fixture.event("a", 2), fixture.event("b", 1))))
                .isTrue();

        assertThat(fixture.effects("a")).isEmpty();
        assertThat(fixture.effects("b")).containsExactly(1L);
        assertThat(fixture.parked(ParkedMessage.Status.WAITING)).hasSize(1);
    }

    @Test
    void a_message_that_is_no_event_does_not_spoil_its_group() {
        assertThat(inbox.takeTogether(List.of(fixture.event("b", 1), fixture.incoming("a", "hello"))))
                .isTrue();

        assertThat(fixture.effects("b")).containsExactly(1L);
        assertThat(fixture.parked(ParkedMessage.Status.PARKED)).hasSize(1);
    }

    @Test
    void a_group_that_fails_leaves_nothing() {
        consumer.failAt("b");

        assertThat(inbox.takeTogether(List.of(fixture.event("a", 1), fixture.event("b", 1))))
                .isFalse();

        assertThat(fixture.effects("a")).isEmpty();
        assertThat(fixture.effects("b")).isEmpty();
    }

    @Test
    void events_of_the_broker_come_in_groups_and_in_order() throws Exception {
        BrokerTopics topics = new BrokerTopics(RealServers.bootstrapServers());
        topics.create(TOPIC);
        for (int sequence = 1; sequence <= 20; sequence++) {
            topics.publish(TOPIC, "a", InboxFixture.json("a", sequence));
            topics.publish(TOPIC, "b", InboxFixture.json("b", sequence));
        }
        InboxContainers containers = new InboxContainers(
                "group-service",
                List.of(inbox),
                Map.of("bootstrap.servers", RealServers.bootstrapServers()),
                new InboxProperties(3, Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMillis(400)));

        containers.start();

        List<Long> all = LongStream.rangeClosed(1, 20).boxed().toList();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(fixture.effects("a")).isEqualTo(all);
            assertThat(fixture.effects("b")).isEqualTo(all);
        });
        containers.stop();
        assertThat(consumer.groups).hasSizeLessThan(40);
    }
}
