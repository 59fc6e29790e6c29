package cn.yiwang.starter.messaging.outbox;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/** Declares the service's own topics, and goes on trying when the broker starts later than the service. */
final class TopicDeclarations implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicDeclarations.class);
    private static final long RETRY_SECONDS = 2;

    private final KafkaAdmin admin;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    TopicDeclarations(KafkaAdmin admin) {
        this.admin = admin;
        admin.setAutoCreate(false);
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("topic-declarations").daemon().start(this::run);
    }

    private void run() {
        try {
            do {
                if (declared()) {
                    return;
                }
            } while (!stop.await(RETRY_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean declared() {
        try {
            return admin.initialize();
        } catch (RuntimeException refused) {
            log.error("The broker refuses the declaration of a topic", refused);
            return false;
        }
    }

    @Override
    public void stop() {
        stop.countDown();
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** First of all: consumers and the relay find the topics there. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 8192;
    }
}
