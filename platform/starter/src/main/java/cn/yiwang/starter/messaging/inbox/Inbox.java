package cn.yiwang.starter.messaging.inbox;

import cn.yiwang.starter.messaging.EventConsumer;
import cn.yiwang.starter.messaging.EventGroupConsumer;
import cn.yiwang.starter.messaging.EventTracing;
import cn.yiwang.starter.messaging.ReceivedEvent;
import cn.yiwang.starter.messaging.inbox.ParkedMessage.Status;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/** Handles what one consumer receives: each event once, in the transaction of its mark, or parked. */
final class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final int TRIES_AFTER_CONFLICT = 5;

    private final EventConsumer consumer;
    private final InboxTable table;
    private final ParkedMessages parked;
    private final TransactionOperations transaction;
    private final EventTracing tracing;
    private final Clock clock;

    Inbox(
            EventConsumer consumer,
            InboxTable table,
            ParkedMessages parked,
            TransactionOperations transaction,
            EventTracing tracing,
            Clock clock) {
        this.consumer = consumer;
        this.table = table;
        this.parked = parked;
        this.transaction = transaction;
        this.tracing = tracing;
        this.clock = clock;
    }

    EventConsumer consumer() {
        return consumer;
    }

    boolean concerns(Incoming message) {
        return switch (message) {
            case Incoming.Event event -> consumer.accepts(event.event().type());
            case Incoming.Malformed _ -> true;
        };
    }

    /** Handles all of them in one transaction; false when that failed and each has to be taken alone. */
    boolean takeTogether(List<Incoming> messages) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> attemptTogether(messages, status)));
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            log.debug("{} takes {} events one by one: {}", consumer.name(), messages.size(), failure.toString());
            return false;
        }
    }

    private boolean attemptTogether(List<Incoming> messages, TransactionStatus status) {
        List<ReceivedEvent> events = messages.stream()
                .flatMap(message -> message instanceof Incoming.Event event ? Stream.of(event.event()) : Stream.empty())
                .toList();
        if (consumer instanceof EventGroupConsumer group
                && events.size() == messages.size()
                && !parked.seemsBlocked(consumer.name())) {
            if (!table.takeAll(
                    consumer.name(), events.stream().map(ReceivedEvent::id).toList(), clock.instant())) {
                status.setRollbackOnly();
                return false;
            }
            group.handleTogether(events);
            return true;
        }
        for (Incoming message : messages) {
            if (!attempt(message, status)) {
                return false;
            }
        }
        return true;
    }

    /** Handles or parks the message; throws only when the infrastructure is ill. */
    void take(Incoming message) {
        for (int tries = 1; ; tries++) {
            try {
                if (Boolean.TRUE.equals(transaction.execute(status -> attempt(message, status)))) {
                    return;
                }
            } catch (RuntimeException | StackOverflowError | LinkageError failure) {
                if (Failures.isConflict(failure) && tries < TRIES_AFTER_CONFLICT) {
                    continue;
                }
                if (failure instanceof RuntimeException unavailable && Failures.isInfrastructure(unavailable)) {
                    throw unavailable;
                }
                park(message, failure);
                return;
            }
        }
    }

    /** False when the aggregate was freed while we waited for it: what this transaction has read is out of date by then. */
    private boolean attempt(Incoming message, TransactionStatus status) {
        if (!table.take(consumer.name(), message.id(), clock.instant())) {
            return true;
        }
        String topic = message.position().topic();
        if (parked.seemsBlocked(consumer.name(), topic, message.aggregateId())) {
            if (!parked.isBlocked(consumer.name(), topic, message.aggregateId())) {
                status.setRollbackOnly();
                return false;
            }
            String reason = "An earlier message of " + message.aggregateId() + " is parked";
            parked.park(consumer.name(), message, Status.WAITING, reason, clock.instant());
            return true;
        }
        switch (message) {
            case Incoming.Event event -> handle(event);
            case Incoming.Malformed malformed -> {
                log.error(
                        "{} parked a malformed message at {}: {}",
                        consumer.name(),
                        malformed.position(),
                        malformed.reason());
                parked.park(consumer.name(), malformed, Status.PARKED, malformed.reason(), clock.instant());
            }
        }
        return true;
    }

    void handle(Incoming.Event event) {
        tracing.handling(event.event(), () -> consumer.handle(event.event()));
    }

    private void park(Incoming message, Throwable failure) {
        log.error("{} parked {} at {}", consumer.name(), message.id(), message.position(), failure);
        transaction.executeWithoutResult(status -> {
            if (table.take(consumer.name(), message.id(), clock.instant())) {
                parked.park(consumer.name(), message, Status.PARKED, Failures.reason(failure), clock.instant());
            }
        });
    }
}
