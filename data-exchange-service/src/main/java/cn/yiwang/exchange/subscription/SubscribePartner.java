package cn.yiwang.exchange.subscription;

import cn.yiwang.exchange.ExchangeProblem;
import cn.yiwang.exchange.address.RefusedAddressException;
import cn.yiwang.exchange.address.WebhookAddresses;
import cn.yiwang.exchange.event.EventLog;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.problem.ProblemException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers and removes subscriptions. */
@Component
class SubscribePartner {

    private static final int MAXIMUM = 50;

    private final Subscriptions subscriptions;
    private final PartnerRights rights;
    private final WebhookAddresses addresses;
    private final EventLog log;
    private final SubscriptionNews news;
    private final AuditTrail audit;
    private final Clock clock;

    SubscribePartner(
            Subscriptions subscriptions,
            PartnerRights rights,
            WebhookAddresses addresses,
            EventLog log,
            SubscriptionNews news,
            AuditTrail audit,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.rights = rights;
        this.addresses = addresses;
        this.log = log;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Subscription register(String partner, List<String> types, @Nullable String webhook, Start start) {
        List<EventPattern> patterns = patterns(types);
        patterns.stream()
                .filter(pattern -> !rights.allow(partner, pattern))
                .findFirst()
                .ifPresent(refused -> {
                    throw new ProblemException(ExchangeProblem.EVENT_TYPE_NOT_ALLOWED, refused.value());
                });
        URI address = webhook == null ? null : address(webhook);
        if (subscriptions.count(partner) >= MAXIMUM) {
            throw new ProblemException(ExchangeProblem.TOO_MANY_SUBSCRIPTIONS, MAXIMUM);
        }
        UUID id = Ids.next();
        long position =
                switch (start) {
                    case NOW -> log.head();
                    case BEGINNING -> 0;
                };
        subscriptions.insert(id, partner, patterns, address, position, clock.instant());
        Subscription subscription = subscriptions.find(partner, id).orElseThrow();
        news.registered(subscription);
        record("register-subscription", subscription, Map.of("eventTypes", types));
        return subscription;
    }

    @Transactional
    public void remove(Subscription subscription, long version) {
        subscriptions.remove(subscription, version);
        news.removed(subscription);
        record("remove-subscription", subscription, Map.of());
    }

    private void record(String action, Subscription subscription, Map<String, ?> details) {
        audit.record(new AuditEntry(action, "subscription", subscription.id().toString(), null, details));
    }

    private static List<EventPattern> patterns(List<String> types) {
        ProblemException unknown = new ProblemException(ExchangeProblem.EVENT_TYPE_UNKNOWN);
        List<Integer> wrong = IntStream.range(0, types.size())
                .filter(index -> EventPattern.parse(types.get(index)).isEmpty())
                .boxed()
                .toList();
        if (!wrong.isEmpty()) {
            wrong.forEach(index -> unknown.at("/eventTypes/" + index, "event-type.unknown"));
            throw unknown;
        }
        return types.stream().distinct().map(EventPattern::new).toList();
    }

    private URI address(String webhook) {
        try {
            return addresses.check(webhook);
        } catch (RefusedAddressException refused) {
            throw new ProblemException(ExchangeProblem.WEBHOOK_ADDRESS_REFUSED).at("/webhookUrl", refused.reasonKey());
        }
    }

    /** Where in the log a subscription begins. */
    enum Start {
        NOW,
        BEGINNING
    }
}
