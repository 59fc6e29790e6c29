package cn.yiwang.exchange.delivery;

import cn.yiwang.exchange.event.EventLog;
import cn.yiwang.exchange.subscription.Subscription;
import cn.yiwang.exchange.subscription.SubscriptionNews;
import cn.yiwang.exchange.subscription.Subscriptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the due calls of one subscription, a few at a time, in order per aggregate. */
@Component
class WebhookRound {

    private static final Logger log = LoggerFactory.getLogger(WebhookRound.class);
    private static final int BATCH = 10;

    private final Deliveries deliveries;
    private final Subscriptions subscriptions;
    private final EventLog events;
    private final WebhookClient client;
    private final SubscriptionNews news;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RetrySchedule schedule;
    private final Duration claim;

    WebhookRound(
            Deliveries deliveries,
            Subscriptions subscriptions,
            EventLog events,
            WebhookClient client,
            SubscriptionNews news,
            PlatformTransactionManager transactions,
            Clock clock,
            WebhookProperties properties) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.events = events;
        this.client = client;
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.schedule = new RetrySchedule(properties.retryBase());
        // Longer than the calls of a whole batch can take.
        this.claim = properties.timeout().multipliedBy(BATCH + 2L);
    }

    /** Makes the calls that are due now; returns how many it found to make. */
    int deliver(long key) throws InterruptedException {
        Optional<Subscription> subscription = subscriptions.find(key);
        URI target = subscription.map(Subscription::webhook).orElse(null);
        if (subscription.isEmpty() || target == null) {
            deliveries.cancelAll(key);
            return 0;
        }
        List<Long> heads = deliveries.dueHeads(key, BATCH);
        List<Delivery> mine = heads.isEmpty()
                ? List.of()
                : transaction.execute(
                        status -> deliveries.claim(heads, clock.instant().plus(claim)));
        Map<Long, String> messages =
                events.messages(mine.stream().map(Delivery::firstPosition).toList());
        for (Delivery delivery : mine) {
            String message = messages.get(delivery.firstPosition());
            if (message == null) {
                throw new IllegalStateException("The log lost position " + delivery.firstPosition());
            }
            WebhookClient.Outcome outcome =
                    client.post(target, subscription.get().id(), message);
            transaction.executeWithoutResult(status -> note(subscription.get(), delivery, outcome));
        }
        return mine.size();
    }

    private void note(Subscription subscription, Delivery delivery, WebhookClient.Outcome outcome) {
        if (outcome.delivered()) {
            deliveries.settle(delivery, DeliveryStatus.DELIVERED, outcome.text());
            return;
        }
        int attempts = delivery.attempts() + 1;
        Optional<Duration> pause = schedule.pauseAfter(attempts);
        if (pause.isPresent()) {
            deliveries.tryAgain(delivery, clock.instant().plus(pause.get()), outcome.text());
        } else if (deliveries.settle(delivery, DeliveryStatus.FAILED, outcome.text())) {
            UUID eventId = delivery.eventId();
            String eventType = delivery.eventType();
            if (eventId == null || eventType == null) {
                throw new IllegalStateException("The webhook " + delivery.id() + " has no event");
            }
            log.warn("{} did not take the event {}: {}", subscription.partner(), eventId, outcome.text());
            news.deliveryFailed(subscription, eventId, eventType, attempts);
        }
    }
}
