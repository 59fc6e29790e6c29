package cn.yiwang.starter.messaging.outbox;

import org.jspecify.annotations.Nullable;

/** An event that waits for the broker. */
record OutboxRow(
        long id, String topic, String aggregateId, @Nullable String traceParent, String payload) {

    /** What keeps its order: the events of one aggregate on one topic. */
    Stream stream() {
        return new Stream(topic, aggregateId);
    }

    record Stream(String topic, String aggregateId) {}
}
