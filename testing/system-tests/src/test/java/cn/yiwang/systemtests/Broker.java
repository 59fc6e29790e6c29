package cn.yiwang.systemtests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The broker of the platform, as a partner sees it who reads everything from the beginning. */
final class Broker {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Broker() {}

    /** Every message of a topic, partition by partition, in the order of the broker. */
    static List<ConsumerRecord<String, String>> messages(String topic) {
        var found = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = consumer()) {
            var partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    /** The events of each aggregate in the order of the broker; an event that was sent twice counts where it came first. */
    static Map<String, List<JsonNode>> eventsBySubject(String topic) {
        var subjects = new LinkedHashMap<String, Map<String, JsonNode>>();
        for (var message : messages(topic)) {
            var event = JSON.readTree(message.value());
            subjects.computeIfAbsent(message.key(), _ -> new LinkedHashMap<>())
                    .putIfAbsent(event.path("id").asString(), event);
        }
        var events = new LinkedHashMap<String, List<JsonNode>>();
        subjects.forEach((subject, byId) -> events.put(subject, List.copyOf(byId.values())));
        return events;
    }

    /** Waits until each of the aggregates has so many events, and returns them. */
    static Map<String, List<JsonNode>> awaitEvents(String topic, Collection<String> subjects, int atLeast) {
        return Awaitility.await(atLeast + " events of each of " + subjects.size() + " on " + topic)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> eventsBySubject(topic), events -> subjects.stream()
                        .allMatch(subject ->
                                events.getOrDefault(subject, List.of()).size() >= atLeast));
    }

    /** How many messages each topic of the platform holds. */
    static Map<String, Long> sizes() {
        var sizes = new TreeMap<String, Long>();
        try (var consumer = consumer()) {
            for (var topic : consumer.listTopics().keySet()) {
                if (topic.startsWith("yiwang.")) {
                    var ends = consumer.endOffsets(partitions(consumer, topic));
                    sizes.put(
                            topic,
                            ends.values().stream().mapToLong(Long::longValue).sum());
                }
            }
        }
        return sizes;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", Platform.running().broker()),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
