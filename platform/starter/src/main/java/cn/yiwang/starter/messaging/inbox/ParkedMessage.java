package cn.yiwang.starter.messaging.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message that was set aside, with the reason. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ParkedMessage(
        long id,
        String consumer,
        Incoming.Position position,
        String aggregateId,
        UUID eventId,
        @Nullable String eventType,
        Status status,
        String reason,
        int attempts,
        byte[] payload,
        Instant parkedAt,
        @Nullable Instant settledAt) {

    enum Status {
        /** Could not be handled; waits for an operator. */
        PARKED,
        /** Nothing is wrong with it but that an earlier message of its aggregate is parked. */
        WAITING,
        /** Was handled when an operator tried again. */
        HANDLED,
        /** An operator decided that it will never be handled. */
        DISMISSED
    }

    boolean isOpen() {
        return status == Status.PARKED || status == Status.WAITING;
    }
}
