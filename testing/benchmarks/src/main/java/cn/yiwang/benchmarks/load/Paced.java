package cn.yiwang.benchmarks.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A common beat for several clients: whoever comes next waits for the next beat, and late beats are caught up on. */
public final class Paced {

    private final AtomicLong next;
    private final long interval;

    public Paced(double perSecond) {
        interval = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        next = new AtomicLong(System.nanoTime());
    }

    /** Waits for this client's beat. */
    public void await() {
        long due = next.getAndAdd(interval);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
