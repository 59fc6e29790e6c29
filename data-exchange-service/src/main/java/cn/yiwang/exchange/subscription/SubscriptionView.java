package cn.yiwang.exchange.subscription;

import cn.yiwang.exchange.event.EventOwner;
import cn.yiwang.starter.paging.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its partner reads it, with the three ways to the events.
 *
 * @param cursor where the feed goes on
 */
public record SubscriptionView(
        UUID id, List<String> eventTypes, Instant createdAt, String cursor, Kafka kafka, Webhook webhook, Feed feed) {

    /**
     * Straight from the broker, with the partner's own credentials there.
     *
     * @param consumerGroupPrefix what the name of the partner's consumer groups begins with
     */
    record Kafka(String bootstrapServers, List<String> topics, String consumerGroupPrefix) {}

    /**
     * Sent to the partner.
     *
     * @param url null when the partner wants no webhook
     * @param keys where the keys of the signatures are
     */
    record Webhook(@Nullable String url, String keys) {}

    /** Fetched by the partner. */
    record Feed(String path) {}

    /** What the partner reads; the broker's address is the one that partners can reach. */
    public static SubscriptionView of(Subscription subscription, String bootstrapServers) {
        String path = "/api/v1/subscriptions/" + subscription.id();
        return new SubscriptionView(
                subscription.id(),
                subscription.eventTypes().stream().map(EventPattern::value).toList(),
                subscription.createdAt(),
                Cursor.encode(subscription.cursor()),
                new Kafka(
                        bootstrapServers,
                        subscription.eventTypes().stream()
                                .flatMap(pattern -> pattern.owners().stream())
                                .distinct()
                                .sorted()
                                .map(EventOwner::topic)
                                .toList(),
                        "partner." + subscription.partner() + "."),
                new Webhook(
                        subscription.webhook() == null
                                ? null
                                : subscription.webhook().toString(),
                        "/api/v1/webhook-keys"),
                new Feed(path + "/events"));
    }
}
