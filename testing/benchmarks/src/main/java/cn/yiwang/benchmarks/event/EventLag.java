package cn.yiwang.benchmarks.event;

import cn.yiwang.benchmarks.load.Durations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A consumer that looks at the clock. An event's {@code time} is taken inside the transaction that stores it, just before the
 * commit: the lag from there to the consumer is a little longer than the lag from the commit.
 */
public final class EventLag implements Runnable, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaConsumer<String, String> consumer;
    private final Clock clock;
    private final Durations lags = new Durations();
    private volatile boolean stopped;
    private volatile Instant from = Instant.MAX;
    private volatile Instant until = Instant.MAX;

    public EventLag(String broker, String topic, Clock clock) {
        this.clock = clock;
        Properties properties = new Properties();
        properties.put("bootstrap.servers", broker);
        properties.put("enable.auto.commit", "false");
        properties.put("isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Counts only events that are stored in this time. */
    public void measure(Instant begin, Duration length) {
        from = begin;
        until = begin.plus(length);
    }

    @Override
    public void run() {
        while (!stopped) {
            for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                Instant seen = clock.instant();
                Instant stored = Instant.parse(
                        JSON.readTree(message.value()).path("time").asString());
                if (!stored.isBefore(from) && stored.isBefore(until)) {
                    lags.add(Duration.between(stored, seen).toNanos());
                }
            }
        }
    }

    public void stop() {
        stopped = true;
    }

    /** What was seen, once the thread that ran this has ended. */
    public Map<String, Object> report(Duration measured) {
        Durations all = Durations.merge(List.of(lags));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("eventsPerSecond", Math.round(all.count() / (measured.toMillis() / 1000.0) * 10) / 10.0);
        report.put("count", all.count());
        report.put("lagMillis", all.summary());
        return report;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
