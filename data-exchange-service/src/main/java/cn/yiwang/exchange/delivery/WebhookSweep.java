package cn.yiwang.exchange.delivery;

import cn.yiwang.exchange.event.EventLog;
import cn.yiwang.exchange.subscription.Subscriptions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks for webhooks to make, several times a second. Each subscription is served by a thread of its own, so a partner that answers slowly
 * delays nobody else; the rows themselves decide which instance makes which call.
 */
@Component
class WebhookSweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WebhookSweep.class);
    private static final int SUBSCRIPTIONS = 500;
    /** A subscription whose due events all wait for an earlier one is looked at again after that. */
    private static final long NOTHING_TO_DO_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final EventLog events;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final WebhookQueue queue;
    private final WebhookRound round;
    private final WebhookProperties properties;
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private final Map<Long, Long> restUntil = new ConcurrentHashMap<>();
    private CountDownLatch stop = new CountDownLatch(1);
    private @Nullable ExecutorService workers;
    private volatile @Nullable Thread thread;

    WebhookSweep(
            EventLog events,
            Subscriptions subscriptions,
            Deliveries deliveries,
            WebhookQueue queue,
            WebhookRound round,
            WebhookProperties properties) {
        this.events = events;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.queue = queue;
        this.round = round;
        this.properties = properties;
    }

    @Override
    public void start() {
        stop = new CountDownLatch(1);
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        workers = executor;
        thread = Thread.ofPlatform().name("webhook-sweep").daemon().start(() -> run(executor));
    }

    private void run(ExecutorService executor) {
        boolean ill = false;
        try {
            do {
                try {
                    sweep(executor);
                    ill = false;
                } catch (RuntimeException failure) {
                    if (!ill) {
                        log.warn("Webhooks cannot be made now, they wait", failure);
                    }
                    ill = true;
                }
            } while (!stop.await(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep(ExecutorService executor) {
        for (long key : subscriptions.behind(events.head(), SUBSCRIPTIONS)) {
            while (stop.getCount() > 0 && queue.fill(key)) {
                restUntil.remove(key);
            }
        }
        long now = System.nanoTime();
        restUntil.values().removeIf(until -> until - now <= 0);
        for (long key : deliveries.subscriptionsWithDue(SUBSCRIPTIONS)) {
            if (!restUntil.containsKey(key) && busy.add(key)) {
                executor.execute(() -> serve(key));
            }
        }
    }

    private void serve(long key) {
        try {
            int made;
            do {
                made = round.deliver(key);
            } while (made > 0 && stop.getCount() > 0);
            restUntil.put(key, System.nanoTime() + NOTHING_TO_DO_NANOS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            log.warn("The webhooks of subscription {} wait", key, failure);
            restUntil.put(key, System.nanoTime() + NOTHING_TO_DO_NANOS);
        } finally {
            busy.remove(key);
        }
    }

    @Override
    public void stop() {
        stop.countDown();
        ExecutorService executor = workers;
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(properties.timeout().toMillis() * 2, TimeUnit.MILLISECONDS)) {
                    executor.shutdownNow();
                }
            } catch (InterruptedException interrupted) {
                executor.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
