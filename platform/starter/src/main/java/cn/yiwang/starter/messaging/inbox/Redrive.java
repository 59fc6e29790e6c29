package cn.yiwang.starter.messaging.inbox;

import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.messaging.MalformedEventException;
import cn.yiwang.starter.messaging.inbox.ParkedMessage.Status;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tries the parked messages of an aggregate again, from its first, until all are handled or one fails, or gives one up. What became of a
 * message and the record that the operator wanted it are one transaction: nothing happens that nobody answers for.
 */
final class Redrive {

    static final int MAXIMUM = 200;

    private final Map<String, Inbox> inboxes;
    private final ParkedMessages parked;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    Redrive(
            Map<String, Inbox> inboxes,
            ParkedMessages parked,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.inboxes = inboxes;
        this.parked = parked;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Handles the queue that the message belongs to, in its order. */
    Result redrive(ParkedMessage any) {
        int handled = 0;
        while (handled < MAXIMUM) {
            try {
                if (!Boolean.TRUE.equals(transaction.execute(status -> next(any)))) {
                    return new Result(handled, 0, null, null);
                }
                handled++;
            } catch (NotHandledException failure) {
                String reason = Failures.reason(failure);
                transaction.executeWithoutResult(status -> {
                    parked.failAgain(failure.message, reason);
                    record("redrive-parked-message", failure.message, null, Map.of("handled", false));
                });
                return new Result(handled, parked.waitingWith(any), failure.message.id(), reason);
            }
        }
        return new Result(handled, parked.waitingWith(any), null, null);
    }

    /** Gives up on one open message; what waits behind it can be redriven afterwards. False when it is open no more. */
    boolean dismiss(ParkedMessage message, String reason) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            parked.isBlocked(message.consumer(), message.position().topic(), message.aggregateId());
            if (parked.find(message.id()).filter(ParkedMessage::isOpen).isEmpty()) {
                return false;
            }
            parked.settle(message, Status.DISMISSED, reason, clock.instant());
            if (parked.head(message).isEmpty()) {
                parked.unblock(message);
            }
            record("dismiss-parked-message", message, reason, Map.of());
            return true;
        }));
    }

    private boolean next(ParkedMessage any) {
        if (!parked.isBlocked(any.consumer(), any.position().topic(), any.aggregateId())) {
            return false;
        }
        Optional<ParkedMessage> head = parked.head(any);
        if (head.isEmpty()) {
            parked.unblock(any);
            return false;
        }
        ParkedMessage message = head.get();
        handle(message);
        parked.settle(message, Status.HANDLED, message.reason(), clock.instant());
        record("redrive-parked-message", message, null, Map.of("handled", true));
        if (parked.head(any).isEmpty()) {
            parked.unblock(any);
        }
        return true;
    }

    private void record(String action, ParkedMessage message, @Nullable String ground, Map<String, ?> details) {
        audit.record(new AuditEntry(action, "parked-message", Long.toString(message.id()), ground, details));
    }

    private void handle(ParkedMessage message) {
        try {
            tryToHandle(message);
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            throw new NotHandledException(message, failure);
        }
    }

    private void tryToHandle(ParkedMessage message) {
        Inbox inbox = inboxes.get(message.consumer());
        if (inbox == null) {
            throw new IllegalStateException("This release has no consumer " + message.consumer());
        }
        Incoming incoming = Incoming.read(message.position(), message.aggregateId(), message.payload());
        switch (incoming) {
            case Incoming.Event event -> asSystem(() -> inbox.handle(event));
            case Incoming.Malformed malformed -> throw MalformedEventException.because(malformed.reason());
        }
    }

    /** The handling is the system's act, as it would have been without the operator's help. */
    private static void asSystem(Runnable work) {
        SecurityContext operator = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(operator);
        }
    }

    /** It is the message that is ill, not our own books. */
    private static final class NotHandledException extends RuntimeException {

        private final transient ParkedMessage message;

        NotHandledException(ParkedMessage message, Throwable failure) {
            super(failure);
            this.message = message;
        }
    }

    /**
     * What a redrive achieved.
     *
     * @param stoppedAt the message that failed, or null
     */
    record Result(
            int handled,
            long remaining,
            @Nullable Long stoppedAt,
            @Nullable String reason) {}
}
