package cn.yiwang.starter.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import cn.yiwang.starter.database.RealServers;
import cn.yiwang.starter.messaging.BrokerTopics;
import cn.yiwang.starter.upstream.UpstreamUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class InboxContainersTest {

    private static final InboxProperties PROPERTIES =
            new InboxProperties(2, Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMillis(400));

    private final BrokerTopics topics = new BrokerTopics(RealServers.bootstrapServers());

    @Test
    void a_poisoned_message_delays_no_other_aggregate_and_a_second_instance_repeats_nothing() throws Exception {
        String topic = "yiwang.poisoned";
        topics.create(topic);
        InboxFixture fixture = new InboxFixture(RealServers.schema(), Set.of(topic), 1);
        fixture.consumer.failAt("aggregate-3", 2, () -> new IllegalArgumentException("poison"));
        InboxContainers containers = started(fixture, "poisoned-service");
        for (int sequence = 1; sequence <= 5; sequence++) {
            for (int aggregate = 0; aggregate < 6; aggregate++) {
                String subject = "aggregate-" + aggregate;
                topics.publish(topic, subject, InboxFixture.json(subject, sequence));
            }
        }
        topics.publish(topic, "aggregate-1", "not an event");

        InboxContainers second = started(fixture, "poisoned-service");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(List.of(0, 1, 2, 4, 5))
                    .allSatisfy(aggregate -> assertThat(fixture.effects("aggregate-" + aggregate))
                            .isEqualTo(LongStream.rangeClosed(1, 5).boxed().toList()));
            assertThat(fixture.parked.countOpen(100)).isEqualTo(5);
        });
        assertThat(fixture.effects("aggregate-3")).containsExactly(1L);

        fixture.consumer.recover();
        ParkedMessage poison = fixture.parked(ParkedMessage.Status.PARKED).stream()
                .filter(message -> message.aggregateId().equals("aggregate-3"))
                .findFirst()
                .orElseThrow();
        fixture.redrive.redrive(poison);
        assertThat(fixture.effects("aggregate-3")).containsExactly(1L, 2L, 3L, 4L, 5L);
        containers.stop();
        second.stop();
    }

    @Test
    void an_ill_infrastructure_is_waited_for_and_the_order_is_kept() throws Exception {
        String topic = "yiwang.infrastructure";
        topics.create(topic);
        InboxFixture fixture = new InboxFixture(RealServers.schema(), Set.of(topic), 5);
        fixture.consumer.failAt("a", 3, UpstreamUnavailable::exception);
        fixture.consumer.failAt("a", 4, () -> new QueryTimeoutException("slow"));
        for (int sequence = 1; sequence <= 8; sequence++) {
            topics.publish(topic, "a", InboxFixture.json("a", sequence));
        }
        InboxContainers containers = started(fixture, "waiting-service");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(fixture.effects("a")).containsExactly(1L, 2L));
        assertThat(fixture.parked.countOpen(10)).isZero();

        fixture.consumer.recover();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(fixture.effects("a")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L));
        assertThat(fixture.parked.countOpen(10)).isZero();
        containers.stop();
    }

    @Test
    void two_consumers_of_one_name_are_refused() {
        InboxFixture fixture = new InboxFixture(RealServers.schema(), Set.of("t"), 1);

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        new InboxContainers("service", List.of(fixture.inbox, fixture.inbox), Map.of(), PROPERTIES));
    }

    private static InboxContainers started(InboxFixture fixture, String service) {
        InboxContainers containers = new InboxContainers(
                service,
                List.of(fixture.inbox),
                Map.of("bootstrap.servers", RealServers.bootstrapServers()),
                PROPERTIES);
        containers.start();
        return containers;
    }

    private static final class UpstreamUnavailable {
        static RuntimeException exception() {
            return new UpstreamUnavailableException("catalog-service", new java.net.ConnectException("refused"));
        }
    }
}
