package cn.yiwang.exchange.subscription;

import cn.yiwang.starter.messaging.EventDraft;
import cn.yiwang.starter.messaging.Outbox;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.stereotype.Component;

/** Publishes what happens to subscriptions. */
@Component
public class SubscriptionNews {

    private static final String TOPIC = "yiwang.exchange";
    private static final int PARTITIONS = 6;

    private final Outbox outbox;
    private final Subscriptions subscriptions;

    SubscriptionNews(Outbox outbox, Subscriptions subscriptions) {
        this.outbox = outbox;
        this.subscriptions = subscriptions;
    }

    @Bean
    static NewTopic exchangeTopic() {
        return TopicBuilder.name(TOPIC)
                .partitions(PARTITIONS)
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"))
                .build();
    }

    void registered(Subscription subscription) {
        send(
                subscription,
                "subscription-registered",
                new Registered(
                        subscription.id(),
                        subscription.partner(),
                        subscription.eventTypes().stream()
                                .map(EventPattern::value)
                                .toList(),
                        subscription.webhook() != null));
    }

    void removed(Subscription subscription) {
        send(subscription, "subscription-removed", new Removed(subscription.id(), subscription.partner()));
    }

    /** The alert that a partner did not take an event although everything was tried. */
    public void deliveryFailed(Subscription subscription, UUID eventId, String eventType, int attempts) {
        send(
                subscription,
                "delivery-failed",
                new DeliveryFailed(subscription.id(), subscription.partner(), eventId, eventType, attempts));
    }

    private void send(Subscription subscription, String what, Object data) {
        outbox.send(new EventDraft(
                TOPIC,
                "cn.yiwang.exchange." + what + ".v1",
                subscription.id().toString(),
                subscriptions.nextEvent(subscription.key()),
                data));
    }

    record Registered(UUID subscriptionId, String partner, List<String> eventTypes, boolean webhook) {}

    record Removed(UUID subscriptionId, String partner) {}

    record DeliveryFailed(UUID subscriptionId, String partner, UUID eventId, String eventType, int attempts) {}
}
