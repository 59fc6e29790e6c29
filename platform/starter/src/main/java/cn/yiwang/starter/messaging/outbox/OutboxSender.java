package cn.yiwang.starter.messaging.outbox;

import cn.yiwang.starter.messaging.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a batch to the broker without ever having two events of one aggregate on the way at once: when one fails, nothing that follows
 * it has left. Used by one thread.
 */
final class OutboxSender implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final byte[] CONTENT_TYPE = CloudEvents.CONTENT_TYPE.getBytes(StandardCharsets.US_ASCII);

    private final Supplier<Producer<String, byte[]>> factory;
    private final long illTopicPause;
    private final Map<String, Long> illTopics = new HashMap<>();
    private @Nullable Producer<String, byte[]> producer;
    // A failure that trying again does not heal can have put the producer into its fatal state, which only a new one
    // leaves.
    private boolean producerIsSuspect;

    OutboxSender(Supplier<Producer<String, byte[]>> factory, Duration illTopicPause) {
        this.factory = factory;
        this.illTopicPause = illTopicPause.toNanos();
    }

    /** The topics that failed a moment ago; their events wait so that they don't hold up the other topics. */
    Set<String> illTopics() {
        long now = System.nanoTime();
        illTopics.values().removeIf(until -> until - now <= 0);
        return Set.copyOf(illTopics.keySet());
    }

    /** Sends the rows as long as the permission holds; returns the ids that the broker has acknowledged. */
    List<Long> send(List<OutboxRow> rows, BooleanSupplier permission) {
        Map<OutboxRow.Stream, Deque<OutboxRow>> streams = new LinkedHashMap<>();
        for (OutboxRow row : rows) {
            streams.computeIfAbsent(row.stream(), _ -> new ArrayDeque<>()).add(row);
        }
        List<Long> acknowledged = new ArrayList<>(rows.size());
        while (!streams.isEmpty() && permission.getAsBoolean()) {
            sendHeads(streams, acknowledged);
        }
        return acknowledged;
    }

    private void sendHeads(Map<OutboxRow.Stream, Deque<OutboxRow>> streams, List<Long> acknowledged) {
        Producer<String, byte[]> current = producer();
        Map<OutboxRow, Future<RecordMetadata>> wave = new LinkedHashMap<>();
        Set<String> failed = new HashSet<>();
        for (Deque<OutboxRow> stream : streams.values()) {
            OutboxRow head = stream.getFirst();
            if (failed.contains(head.topic())) {
                continue;
            }
            try {
                wave.put(head, current.send(record(head)));
            } catch (RuntimeException refused) {
                fail(head.topic(), refused, failed);
            }
        }
        current.flush();
        wave.forEach((row, answer) -> {
            try {
                answer.get();
                acknowledged.add(row.id());
                streams.computeIfPresent(row.stream(), (_, rest) -> {
                    rest.removeFirst();
                    return rest.isEmpty() ? null : rest;
                });
            } catch (ExecutionException refused) {
                fail(row.topic(), refused.getCause() == null ? refused : refused.getCause(), failed);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                failed.add(row.topic());
            }
        });
        streams.keySet().removeIf(stream -> failed.contains(stream.topic()));
        if (producerIsSuspect) {
            close();
        }
    }

    private void fail(String topic, Throwable cause, Set<String> failed) {
        if (failed.add(topic)) {
            log.warn("The broker doesn't take events of {} now, they wait: {}", topic, cause.toString());
        }
        illTopics.put(topic, System.nanoTime() + illTopicPause);
        producerIsSuspect |= !(cause instanceof RetriableException);
    }

    private static ProducerRecord<String, byte[]> record(OutboxRow row) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                row.topic(), row.aggregateId(), row.payload().getBytes(StandardCharsets.UTF_8));
        message.headers().add(new RecordHeader("content-type", CONTENT_TYPE));
        String traceParent = row.traceParent();
        if (traceParent != null) {
            message.headers().add("traceparent", traceParent.getBytes(StandardCharsets.US_ASCII));
        }
        return message;
    }

    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> current = producer;
        if (current == null) {
            current = factory.get();
            producer = current;
        }
        return current;
    }

    @Override
    public void close() {
        Producer<String, byte[]> current = producer;
        producer = null;
        producerIsSuspect = false;
        if (current != null) {
            current.close(CLOSE_TIMEOUT);
        }
    }
}
