package cn.yiwang.catalog.start;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Brings the first data in at each start. Where another instance is at it, this one waits for its locks; the database gives up waiting
 * after seconds, which says nothing but that the other one is not ready yet.
 */
@Component
class BringInFirstData implements SmartLifecycle {

    private static final int PHASE = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Logger LOG = LoggerFactory.getLogger(BringInFirstData.class);

    private final List<FirstData> data;
    private final Duration patience;
    private volatile boolean running;

    @Autowired
    BringInFirstData(List<FirstData> data) {
        this(data, PATIENCE);
    }

    BringInFirstData(List<FirstData> data, Duration patience) {
        this.data =
                data.stream().sorted(Comparator.comparingInt(FirstData::order)).toList();
        this.patience = patience;
    }

    @Override
    public void start() {
        data.forEach(this::bringIn);
        running = true;
    }

    private void bringIn(FirstData some) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                some.run();
                return;
            } catch (PessimisticLockingFailureException e) {
                if (System.nanoTime() >= deadline) {
                    throw e;
                }
                LOG.info("Another instance brings in the first data; this one waits");
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
