package cn.yiwang.exchange.delivery;

import cn.yiwang.exchange.event.EventLog;
import cn.yiwang.exchange.event.LoggedEvent;
import cn.yiwang.exchange.subscription.Subscription;
import cn.yiwang.exchange.subscription.Subscriptions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns new events of the log into deliveries of each subscription that wants them. */
@Component
class WebhookQueue {

    private static final int WINDOW = 500;

    private final EventLog log;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;

    WebhookQueue(EventLog log, Subscriptions subscriptions, Deliveries deliveries) {
        this.log = log;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
    }

    /** Looks at the next events for one subscription; true when there may be more. */
    @Transactional
    public boolean fill(long key) {
        Optional<Long> position = subscriptions.lockedDispatchPosition(key);
        Optional<Subscription> subscription = subscriptions.find(key);
        if (position.isEmpty() || subscription.isEmpty()) {
            return false;
        }
        long head = log.head();
        long upTo = Math.min(head, position.get() + WINDOW);
        List<LoggedEvent> wanted = log.between(position.get(), upTo).stream()
                .filter(event -> subscriptions.covers(subscription.get(), event.type()))
                .toList();
        if (!wanted.isEmpty()) {
            deliveries.queue(key, wanted);
        }
        subscriptions.dispatchedUpTo(key, upTo);
        return upTo < head;
    }
}
