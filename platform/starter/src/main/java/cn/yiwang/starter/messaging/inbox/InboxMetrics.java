package cn.yiwang.starter.messaging.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.dao.DataAccessException;

/** How many messages wait for an operator. */
final class InboxMetrics implements MeterBinder {

    private static final int COUNT_BOUND = 10_000;

    private final ParkedMessages parked;

    InboxMetrics(ParkedMessages parked) {
        this.parked = parked;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("yiwang.inbox.parked", parked, InboxMetrics::read)
                .description("Messages that are parked or wait behind one")
                .register(registry);
    }

    private static double read(ParkedMessages parked) {
        try {
            return parked.countOpen(COUNT_BOUND);
        } catch (DataAccessException unavailable) {
            return Double.NaN;
        }
    }
}
