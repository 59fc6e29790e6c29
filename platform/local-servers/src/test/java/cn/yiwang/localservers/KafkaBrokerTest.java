package cn.yiwang.localservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    @TempDir
    Path home;

    @Test
    void acknowledged_messages_survive_the_death_of_the_broker() throws Exception {
        var settings = settings();
        var first = KafkaBroker.start(settings);
        try (var admin = Admin.create(Map.of("bootstrap.servers", first.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("news", 2, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
        send(first, "one");

        var process = ProcessHandle.of(first.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
        assertThat(KafkaBroker.adopt(settings)).isEmpty();

        try (var second = KafkaBroker.start(settings)) {
            send(second, "two");
            assertThat(read(second, 2)).containsExactly("one", "two");
        }
    }

    @Test
    void nobody_makes_a_topic_by_asking_for_it() {
        try (var broker = KafkaBroker.start(settings());
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("unheard-of"))
                            .allTopicNames()
                            .get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("UnknownTopic");
        }
    }

    @Test
    void a_running_broker_is_adopted_and_can_be_stopped_by_its_new_owner() {
        var settings = settings();
        var broker = KafkaBroker.start(settings);
        var adopted = KafkaBroker.adopt(settings).orElseThrow();
        assertThat(adopted.pid()).isEqualTo(broker.pid());
        adopted.stop();
        assertThat(broker.isAlive()).isFalse();
        assertThat(settings.pidFile()).doesNotExist();
    }

    private static void send(KafkaBroker broker, String text) throws Exception {
        var config = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("news", 1, "key", text)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(KafkaBroker broker, int count) {
        var config =
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest");
        var found = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("news", 1)));
            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (found.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(500)).forEach(message -> found.add(message.value()));
            }
        }
        return found;
    }

    private KafkaSettings settings() {
        return KafkaSettings.in(home, Ports.cache(), Ports.free(), Ports.free())
                .withLifetime(Lifetime.BOUND_TO_THIS_JVM);
    }
}
