package cn.yiwang.exchange.subscription;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner wants to hear of.
 *
 * @param key the row's own key
 * @param id the id that the partner knows
 * @param partner the client id of the partner
 * @param webhook where to send events, or null when the partner fetches them
 * @param cursor the position behind which the partner's feed goes on
 */
public record Subscription(
        long key,
        UUID id,
        String partner,
        List<EventPattern> eventTypes,
        @Nullable URI webhook,
        long cursor,
        long version,
        Instant createdAt) {

    boolean wants(String type) {
        return eventTypes.stream().anyMatch(pattern -> pattern.matches(type));
    }
}
