package cn.yiwang.catalog.transfer;

import cn.yiwang.starter.lease.Leases;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The one thread of an instance that checks and applies imports, woken by each that arrives here. */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    private final ImportWork work;
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;

    @Autowired
    ImportWorker(
            Imports imports,
            CheckImport check,
            ApplyImport apply,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this(new ImportWork(imports, check, apply, leases(jdbc, transactions, LEASE)));
    }

    ImportWorker(ImportWork work) {
        this.work = work;
    }

    /** The lease is renewed in the midst of a transaction, but in one of its own. */
    static Leases leases(JdbcClient jdbc, PlatformTransactionManager transactions, Duration duration) {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new Leases(jdbc, apart, "catalog-import", ImportWork.SLOTS, duration);
    }

    /** Says that there is something to do. */
    void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    @Override
    public void start() {
        stopping = false;
        work.start();
        thread = Thread.ofPlatform().name("catalog-import").daemon().start(this::run);
    }

    @Override
    public void stop() {
        var running = thread;
        if (running == null) {
            return;
        }
        stopping = true;
        work.stop();
        wake();
        try {
            running.join(LEASE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (!stopping) {
            boolean worked = false;
            try {
                worked = work.next();
            } catch (RuntimeException | Error failure) {
                // An error as well: a worker that ended without a word would leave imports waiting for ever.
                LOG.warn("An import could not be worked on now; it is tried again", failure);
            }
            if (!worked) {
                pause();
            }
        }
        try {
            work.release();
        } catch (RuntimeException failure) {
            LOG.warn("The lease of the imports was not given back; it runs out by itself", failure);
        }
    }

    private void pause() {
        try {
            if (wake.tryAcquire(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            stopping = true;
        }
    }
}
