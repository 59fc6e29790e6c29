package cn.yiwang.localstack.process;

import cn.yiwang.localstack.notice.LaunchException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process: politely first, firmly when that does not help in time. */
public final class Stopping {

    private static final Duration LAST_GRACE = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 500;

    private Stopping() {}

    public static void stop(ProcessHandle process, Duration grace) {
        process.destroy();
        if (!endsWithin(process, grace)) {
            process.destroyForcibly();
            if (!endsWithin(process, LAST_GRACE)) {
                throw new LaunchException(Processes.describe(process) + " does not end: kill it by hand");
            }
        }
    }

    /** Looks now and then by itself: who is no child of ours and is not collected never reports its end. */
    public static boolean endsWithin(ProcessHandle process, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (process.isAlive() && !Processes.isDefunct(process.pid())) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            awaitExit(process, Math.min(left, LOOK_MILLIS));
        }
        return true;
    }

    private static void awaitExit(ProcessHandle process, long millis) {
        try {
            process.onExit().get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while waiting for " + Processes.describe(process), e);
        }
    }
}
