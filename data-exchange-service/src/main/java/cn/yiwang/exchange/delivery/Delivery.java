package cn.yiwang.exchange.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One hand-over to a partner, as it is logged. */
record Delivery(
        long id,
        String channel,
        DeliveryStatus status,
        long firstPosition,
        long lastPosition,
        int events,
        @Nullable UUID eventId,
        @Nullable String eventType,
        @Nullable String subject,
        int attempts,
        @Nullable Instant nextTryAt,
        @Nullable String lastOutcome,
        Instant createdAt,
        @Nullable Instant settledAt) {

    static final String WEBHOOK = "WEBHOOK";
    static final String FEED = "FEED";
}
