package cn.yiwang.starter.messaging.outbox;

import cn.yiwang.starter.lease.Leases;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The one thread of an instance that carries the events of its shards to the broker, woken by each commit.
 *
 * <p>An event is marked after the broker has acknowledged it, so a relay that dies in between makes its successor send it again: at least
 * once. When the database or the broker is ill, it waits.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration PAUSE_WHEN_ILL = Duration.ofSeconds(1);
    private static final Duration REMOVAL_INTERVAL = Duration.ofSeconds(30);
    private static final int REMOVAL_BATCH = 1_000;

    private final OutboxTable table;
    private final Leases leases;
    private final OutboxSender sender;
    private final Clock clock;
    private final OutboxProperties properties;
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;
    private long nextRemoval = System.nanoTime() + REMOVAL_INTERVAL.toNanos();

    OutboxRelay(OutboxTable table, Leases leases, OutboxSender sender, Clock clock, OutboxProperties properties) {
        this.table = table;
        this.leases = leases;
        this.sender = sender;
        this.clock = clock;
        this.properties = properties;
    }

    /** Says that an event was committed. */
    void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        stopping = true;
        wake();
        try {
            running.join(properties.lease());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Starts before the web server takes calls and stops after it, so that the last events still leave. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }

    private void run() {
        boolean ill = false;
        while (!stopping) {
            long started = System.nanoTime();
            Duration wait;
            try {
                wait = relayBatch() ? Duration.ZERO : properties.pollInterval();
                ill = false;
            } catch (RuntimeException | Error failure) {
                // An error as well: a relay that ended without a word would hold the events back until the instance is
                // restarted.
                if (!ill) {
                    log.warn("The outbox cannot be relayed now, its events wait", failure);
                }
                ill = true;
                wait = PAUSE_WHEN_ILL;
            }
            await(wait, started);
        }
        finish();
    }

    /** Relays one batch; returns whether there may be more right away. */
    private boolean relayBatch() {
        leases.renewIfDue();
        removeOld();
        Set<Integer> shards = leases.held();
        if (shards.isEmpty()) {
            return false;
        }
        List<OutboxRow> rows = table.waiting(shards, sender.illTopics(), properties.batchSize());
        if (rows.isEmpty()) {
            return false;
        }
        List<Long> acknowledged = sender.send(rows, () -> !leases.held().isEmpty());
        if (!acknowledged.isEmpty()) {
            table.markSent(acknowledged, clock.instant());
        }
        return rows.size() == properties.batchSize() && !acknowledged.isEmpty();
    }

    private void removeOld() {
        long now = System.nanoTime();
        if (now - nextRemoval < 0) {
            return;
        }
        int removed = table.removeSentBefore(clock.instant().minus(properties.retention()), REMOVAL_BATCH);
        nextRemoval = removed == REMOVAL_BATCH ? now : now + REMOVAL_INTERVAL.toNanos();
    }

    private void await(Duration wait, long started) {
        try {
            if (!wait.isZero() && wake.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                wake.drainPermits();
            }
            long early = started + properties.spacing().toNanos() - System.nanoTime();
            if (early > 0 && !stopping) {
                TimeUnit.NANOSECONDS.sleep(early);
            }
        } catch (InterruptedException interrupted) {
            stopping = true;
        }
    }

    private void finish() {
        try {
            relayBatch();
            leases.release();
        } catch (RuntimeException failure) {
            log.warn("The outbox was left before its last events: the next relay sends them", failure);
        } finally {
            sender.close();
        }
    }
}
