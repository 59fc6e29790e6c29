package cn.yiwang.starter.audit;

import cn.yiwang.starter.lease.Leases;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/** Chains the committed entries; one instance of the service at a time does it, the others stand by. */
final class AuditSealer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AuditSealer.class);
    private static final int BATCH = 500;

    private final AuditTable table;
    private final AuditChain chain;
    private final AuditHash hash;
    private final TransactionOperations transaction;
    private final Leases lease;
    private final Clock clock;
    private final long intervalMillis;
    private CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    AuditSealer(
            AuditTable table,
            AuditChain chain,
            AuditHash hash,
            TransactionOperations transaction,
            Leases lease,
            Clock clock,
            AuditProperties properties) {
        this.table = table;
        this.chain = chain;
        this.hash = hash;
        this.transaction = transaction;
        this.lease = lease;
        this.clock = clock;
        this.intervalMillis = properties.interval().toMillis();
    }

    /** Seals what is committed; returns how many entries. */
    int seal() {
        List<AuditRow> waiting = table.unsealed(BATCH);
        return waiting.isEmpty() ? 0 : Math.toIntExact(transaction.execute(status -> sealLocked()));
    }

    private long sealLocked() {
        AuditChain.Head head = chain.lockedHead();
        // Read again under the lock: another instance may have sealed the same entries a moment ago.
        List<AuditRow> rows = table.unsealed(BATCH);
        if (rows.isEmpty()) {
            return 0;
        }
        List<AuditChain.Seal> seals = new ArrayList<>(rows.size());
        long number = head.sealNumber();
        byte[] previous = head.hash();
        for (AuditRow row : rows) {
            number++;
            previous = hash.link(previous, number, row);
            seals.add(new AuditChain.Seal(number, row.id(), previous));
        }
        chain.append(seals);
        table.markSealed(rows.stream().map(AuditRow::id).toList());
        chain.moveHead(new AuditChain.Head(number, previous, hash.head(number, previous)), clock.instant());
        return rows.size();
    }

    @Override
    public void start() {
        stop = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("audit-sealer").daemon().start(this::run);
    }

    private void run() {
        boolean ill = false;
        try {
            do {
                try {
                    lease.renewIfDue();
                    while (!lease.held().isEmpty() && seal() == BATCH) {
                        lease.renewIfDue();
                    }
                    ill = false;
                } catch (RuntimeException failure) {
                    if (!ill) {
                        log.warn("Audit entries cannot be sealed now, they wait", failure);
                    }
                    ill = true;
                }
            } while (!stop.await(intervalMillis, TimeUnit.MILLISECONDS));
            seal();
            lease.release();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            log.warn("The last audit entries were left to the next sealer", failure);
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        stop.countDown();
        try {
            running.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Stops after the web server, so that the last decisions are sealed. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }
}
