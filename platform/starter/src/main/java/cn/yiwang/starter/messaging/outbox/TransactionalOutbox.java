package cn.yiwang.starter.messaging.outbox;

import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.messaging.CloudEvents;
import cn.yiwang.starter.messaging.EventDraft;
import cn.yiwang.starter.messaging.EventTracing;
import cn.yiwang.starter.messaging.Outbox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stores events in the caller's transaction and wakes the relay when it has committed. */
final class TransactionalOutbox implements Outbox {

    private final OutboxTable table;
    private final Clock clock;
    private final EventTracing tracing;
    private final String source;
    private final int maximumBytes;
    private final Runnable wake;

    TransactionalOutbox(
            OutboxTable table, Clock clock, EventTracing tracing, String service, int maximumBytes, Runnable wake) {
        this.table = table;
        this.clock = clock;
        this.tracing = tracing;
        this.source = "/yiwang/" + service;
        this.maximumBytes = maximumBytes;
        this.wake = wake;
    }

    @Override
    public void send(EventDraft event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException(
                    "An event is sent in the transaction of what it tells about: " + event.type());
        }
        UUID id = Ids.next();
        Instant now = clock.instant();
        String traceParent = tracing.currentTraceParent();
        String payload = CloudEvents.write(id, source, now, traceParent, event);
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > maximumBytes) {
            throw new IllegalArgumentException(
                    "The event " + event.type() + " has " + bytes + " bytes, more than " + maximumBytes);
        }
        table.insert(event, id, traceParent, payload, now);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }
}
