package cn.yiwang.testsupport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks into the real broker of the tests and feeds it, with the plain client. */
public final class Topics {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Topics() {}

    /** All events of one aggregate that are on the topic now, in the order of the topic; none when there is no topic. */
    public static List<JsonNode> read(String topic, String subject) {
        return messages(topic).stream()
                .filter(message -> subject.equals(message.key()))
                .map(message -> JSON.readTree(message.value()))
                .toList();
    }

    /** Waits until the aggregate has an event of the type, and returns the first one. */
    public static JsonNode await(String topic, String subject, String type) {
        return Awaitility.await("event " + type + " of " + subject)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> read(topic, subject).stream()
                                .filter(event -> type.equals(event.path("type").asString("")))
                                .toList(),
                        events -> !events.isEmpty())
                .getFirst();
    }

    /** Waits until the aggregate has at least so many events, and returns them all. */
    public static List<JsonNode> awaitCount(String topic, String subject, int count) {
        return Awaitility.await(count + " events of " + subject)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> read(topic, subject), events -> events.size() >= count);
    }

    /** Every message on the topic now, partition by partition; none when there is no topic. */
    public static List<ConsumerRecord<String, String>> messages(String topic) {
        var found = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(connection(), new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.listTopics().getOrDefault(topic, List.of()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    /** Publishes a complete CloudEvent under its subject and returns when the broker has it; makes the topic if need be. */
    public static void publish(String topic, String cloudEvent) {
        publish(topic, JSON.readTree(cloudEvent).path("subject").asString(), cloudEvent);
    }

    /** Publishes any text under a key, also one that is no event. */
    public static void publish(String topic, String key, String text) {
        declare(topic);
        settled(Publisher.PRODUCER.send(new ProducerRecord<>(topic, key, text)));
    }

    /** Makes the topic as its owner would, if it is not there. */
    public static void declare(String topic) {
        try (var admin = Admin.create(connection())) {
            admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1))).all().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("cannot make " + topic, e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("cannot make " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void settled(Future<?> sent) {
        try {
            sent.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not published", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> connection() {
        return Map.of("bootstrap.servers", TestServers.broker().bootstrapServers());
    }

    /** One producer for the JVM: making one for each message would cost more than the message. */
    private static final class Publisher {

        private static final Producer<String, String> PRODUCER =
                new KafkaProducer<>(connection(), new StringSerializer(), new StringSerializer());
    }
}
