package cn.yiwang.starter.http;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets old answers, in batches small enough to disturb nobody; any number of instances may do it at once. */
final class IdempotencySweep {

    private static final int MOST_BATCHES = 200;

    private final IdempotencyKeys keys;
    private final IdempotencyProperties properties;
    private final Clock clock;

    IdempotencySweep(IdempotencyKeys keys, IdempotencyProperties properties, Clock clock) {
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
    void sweep() {
        for (int i = 0; i < MOST_BATCHES; i++) {
            if (keys.deleteBefore(clock.instant().minus(properties.retention()), properties.batch())
                    < properties.batch()) {
                return;
            }
        }
    }
}
