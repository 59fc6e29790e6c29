package cn.yiwang.testsupport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of all services under test: it goes on ticking, and a test can put it elsewhere. It is one for the JVM, so that tokens
 * are issued in the same time in which they are checked, and it is put right after each test.
 */
public final class MovableClock extends Clock {

    private static final MovableClock SHARED =
            new MovableClock(new AtomicReference<>(Duration.ZERO), Clock.systemUTC());

    private final AtomicReference<Duration> offset;
    private final Clock real;

    private MovableClock(AtomicReference<Duration> offset, Clock real) {
        this.offset = offset;
        this.real = real;
    }

    /** The one clock of this JVM. */
    public static MovableClock shared() {
        return SHARED;
    }

    /** From now on it is this instant, and then later. */
    public void set(Instant instant) {
        offset.set(Duration.between(real.instant(), instant));
    }

    /** Lets this much time pass at once. */
    public void advance(Duration time) {
        offset.updateAndGet(before -> before.plus(time));
    }

    /** Back to the present. */
    public void reset() {
        offset.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : new MovableClock(offset, real.withZone(zone));
    }
}
