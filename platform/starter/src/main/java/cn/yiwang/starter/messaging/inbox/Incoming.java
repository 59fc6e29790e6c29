package cn.yiwang.starter.messaging.inbox;

import cn.yiwang.starter.messaging.CloudEvents;
import cn.yiwang.starter.messaging.MalformedEventException;
import cn.yiwang.starter.messaging.ReceivedEvent;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record of a topic as the inbox sees it: an event, or something that is none. */
sealed interface Incoming {

    Position position();

    /** What (consumer, event id) is recorded under. */
    UUID id();

    String aggregateId();

    byte[] payload();

    record Position(String topic, int partition, long offset) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Event(Position position, ReceivedEvent event, byte[] payload) implements Incoming {
        @Override
        public UUID id() {
            return event.id();
        }

        @Override
        public String aggregateId() {
            return bounded(event.subject());
        }
    }

    /** It has no id of its own, so its place in the topic is its identity; its key is taken for its aggregate. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Malformed(Position position, @Nullable String key, byte[] payload, String reason) implements Incoming {
        @Override
        public UUID id() {
            return UUID.nameUUIDFromBytes(place().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String aggregateId() {
            return key == null || key.isEmpty() ? place() : bounded(key);
        }

        private String place() {
            return position.topic() + "/" + position.partition() + "/" + position.offset();
        }
    }

    static Incoming of(ConsumerRecord<String, byte[]> message) {
        byte[] payload = message.value() == null ? new byte[0] : message.value();
        Position position = new Position(message.topic(), message.partition(), message.offset());
        return read(position, message.key(), payload);
    }

    static Incoming read(Position position, @Nullable String key, byte[] payload) {
        try {
            return new Event(position, CloudEvents.read(payload), payload);
        } catch (MalformedEventException malformed) {
            return new Malformed(position, key, payload, String.valueOf(malformed.getMessage()));
        }
    }

    private static String bounded(String text) {
        int maximum = 200;
        return text.length() <= maximum ? text : text.substring(0, maximum);
    }
}
