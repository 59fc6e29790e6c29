package cn.yiwang.exchange.delivery;

import java.time.Duration;
import java.util.Optional;

/** When a delivery that failed is tried again: after 25, 100, 400, … seconds, at most 52,000, seven times; about a day in all. */
record RetrySchedule(Duration base) {

    static final int RETRIES = 7;

    private static final int FACTOR = 4;
    private static final Duration LONGEST = Duration.ofSeconds(52_000);

    /** The pause after so many attempts; empty when there is no further try. */
    Optional<Duration> pauseAfter(int attempts) {
        if (attempts > RETRIES) {
            return Optional.empty();
        }
        Duration pause = base;
        for (int retry = 1; retry < attempts; retry++) {
            pause = pause.multipliedBy(FACTOR);
        }
        return Optional.of(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }
}
