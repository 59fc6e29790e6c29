package cn.yiwang.exchange.delivery;

import cn.yiwang.exchange.subscription.Subscription;
import cn.yiwang.exchange.subscription.Subscriptions;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a partner what was handed to it, what still waits and what failed. */
@RestController
@PreAuthorize("hasAuthority('SCOPE_exchange.subscribe')")
@Tag(name = "Deliveries", description = "投递记录")
class DeliveryController {

    private final Deliveries deliveries;
    private final Subscriptions subscriptions;

    DeliveryController(Deliveries deliveries, Subscriptions subscriptions) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
    }

    @GetMapping("/api/v1/subscriptions/{id}/deliveries")
    @Operation(summary = "The deliveries of a subscription, the latest first")
    Page<DeliveryView> list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable DeliveryStatus status,
            PageRequest page) {
        Subscription subscription = subscriptions
                .find(actor.subject(), id)
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        String cursor = page.after();
        long before = cursor == null ? Long.MAX_VALUE : Cursor.decode(cursor, 1).longAt(0);
        List<Delivery> found = deliveries.list(subscription.key(), status, before, page.limit() + 1);
        boolean more = found.size() > page.limit();
        return new Page<>(
                found.stream().limit(page.limit()).map(DeliveryView::of).toList(),
                more ? Cursor.encode(found.get(page.limit() - 1).id()) : null);
    }

    /**
     * One hand-over: an event sent by webhook, or a page read from the feed.
     *
     * @param channel WEBHOOK or FEED
     * @param events how many events it held
     * @param lastOutcome how the last try ended
     */
    record DeliveryView(
            String id,
            String channel,
            DeliveryStatus status,
            int events,
            @Nullable UUID eventId,
            @Nullable String eventType,
            @Nullable String subject,
            int attempts,
            @Nullable Instant nextTryAt,
            @Nullable String lastOutcome,
            Instant createdAt,
            @Nullable Instant settledAt) {

        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    Long.toString(delivery.id()),
                    delivery.channel(),
                    delivery.status(),
                    delivery.events(),
                    delivery.eventId(),
                    delivery.eventType(),
                    delivery.subject(),
                    delivery.attempts(),
                    delivery.nextTryAt(),
                    delivery.lastOutcome(),
                    delivery.createdAt(),
                    delivery.settledAt());
        }
    }
}
