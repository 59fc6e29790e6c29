package cn.yiwang.starter.messaging.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** How many events wait for the broker and since when; read from the table at most every few seconds. */
final class OutboxMetrics implements MeterBinder {

    static final int COUNT_BOUND = 100_000;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final OutboxTable table;
    private final Clock clock;
    private OutboxTable.@Nullable Backlog latest;
    private long readAt;

    OutboxMetrics(OutboxTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "yiwang.outbox.backlog", "Events that wait for the broker", OutboxTable.Backlog::events);
        gauge(registry, "yiwang.outbox.oldest.age.seconds", "Age of the oldest event that waits", this::age);
    }

    private void gauge(MeterRegistry registry, String name, String text, ToDoubleFunction<OutboxTable.Backlog> value) {
        Gauge.builder(name, this, metrics -> metrics.read(value))
                .description(text)
                .register(registry);
    }

    private double age(OutboxTable.Backlog backlog) {
        Instant oldest = backlog.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1_000.0);
    }

    /** Not a number while the database doesn't answer: a gauge must not fail the scrape of all others. */
    private synchronized double read(ToDoubleFunction<OutboxTable.Backlog> value) {
        try {
            OutboxTable.Backlog backlog = latest;
            if (backlog == null || System.nanoTime() - readAt > FRESH_NANOS) {
                backlog = table.backlog(COUNT_BOUND);
                latest = backlog;
                readAt = System.nanoTime();
            }
            return value.applyAsDouble(backlog);
        } catch (DataAccessException unavailable) {
            latest = null;
            return Double.NaN;
        }
    }
}
