package cn.yiwang.localstack.supervision;

import cn.yiwang.localservers.ServerFailedException;
import cn.yiwang.localstack.child.Child;
import cn.yiwang.localstack.child.Stamps;
import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.home.LogTail;
import cn.yiwang.localstack.notice.Hindrances;
import cn.yiwang.localstack.notice.LaunchException;
import cn.yiwang.localstack.notice.Progress;
import cn.yiwang.localstack.process.PortOwner;
import cn.yiwang.localstack.supervision.State.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Keeps one child alive: adopts it when it lives, starts it when it does not, again and again with growing pauses. */
final class Keeper implements Runnable {

    private static final Duration FIRST_ANSWER_WITHIN = Duration.ofMinutes(2);
    private static final Duration TRUSTED_AFTER = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 300;
    private static final long LOOK_AT_HEALTHY_MILLIS = 1000;
    private static final int LONGEST_PAUSE_SECONDS = 30;
    private static final int LAST_WORDS = 8;

    private final Home home;
    private final Child child;
    private final BooleanSupplier needsAreMet;
    private final Semaphore turns;
    private final Progress journal;
    private final CountDownLatch leaving = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);

    private volatile State state = State.NEW;
    private volatile long healthySince;
    private volatile boolean adopted;

    Keeper(Home home, Child child, BooleanSupplier needsAreMet, Semaphore turns, Progress journal) {
        this.home = home;
        this.child = child;
        this.needsAreMet = needsAreMet;
        this.turns = turns;
        this.journal = journal;
    }

    Child child() {
        return child;
    }

    State state() {
        return state;
    }

    boolean isHealthy() {
        return state.phase() == Phase.HEALTHY;
    }

    /** Somebody asked again: start at once instead of after the pause. */
    void encourage() {
        if (state.phase() == Phase.FAILING) {
            state = State.NEW;
        }
    }

    @Override
    public void run() {
        try {
            while (!isLeaving()) {
                try {
                    if (child.process().isPresent()) {
                        adopted |= state.equals(State.NEW);
                        watch();
                    } else {
                        bringUp();
                    }
                } catch (LaunchException | ServerFailedException | IOException | UncheckedIOException e) {
                    failed(List.of(Hindrances.of(e)));
                }
                pause(isHealthy() ? LOOK_AT_HEALTHY_MILLIS : LOOK_MILLIS);
            }
        } finally {
            left.countDown();
        }
    }

    /** Ends the keeping first, so that what stops is not started again; then the child. */
    void stop() {
        leaving.countDown();
        awaitQuietly(left, Duration.ofMinutes(2));
        child.stop();
        journal.says(key() + " stopped");
    }

    private void watch() {
        if (child.answers()) {
            becameHealthy();
        } else if (isHealthy()) {
            state = state.in(Phase.ILL);
            journal.says(key() + " does not answer");
        } else if (state.phase() == Phase.WAITING) {
            state = state.in(Phase.STARTING);
        }
    }

    private void bringUp() throws IOException {
        if (state.phase() != Phase.WAITING && state.phase() != Phase.FAILING) {
            died();
        }
        awaitEndOfPause();
        while (!isLeaving() && !needsAreMet.getAsBoolean()) {
            pause(LOOK_MILLIS);
        }
        if (isLeaving() || !awaitTurn()) {
            return;
        }
        try {
            if (!PortOwner.isFree(child.instance().port())) {
                throw PortOwner.taken(child.instance().port(), key());
            }
            state = state.in(Phase.STARTING);
            journal.says(key() + " starts");
            Stamps.write(home, child.instance());
            child.start();
            awaitFirstAnswer();
        } finally {
            turns.release();
        }
    }

    private void awaitFirstAnswer() {
        long deadline = System.nanoTime() + FIRST_ANSWER_WITHIN.toNanos();
        while (!isLeaving() && System.nanoTime() < deadline) {
            if (child.process().isEmpty()) {
                died();
                return;
            }
            if (child.answers()) {
                becameHealthy();
                return;
            }
            pause(LOOK_MILLIS);
        }
    }

    private void becameHealthy() {
        if (!isHealthy()) {
            healthySince = System.nanoTime();
            state = state.in(Phase.HEALTHY);
            journal.says(key() + (adopted ? " found running" : " healthy"));
            adopted = false;
        } else if (state.failures() > 0 && System.nanoTime() - healthySince > TRUSTED_AFTER.toNanos()) {
            state = State.NEW.in(Phase.HEALTHY);
        }
    }

    private void died() {
        List<String> words = new ArrayList<>();
        words.add("it died; the last lines of " + home.log(key()) + ":");
        words.addAll(new LogTail(home.log(key())).lines(LAST_WORDS));
        failed(words);
    }

    private void failed(List<String> words) {
        state = new State(Phase.FAILING, state.failures() + 1, words);
        journal.says(key() + " failed (" + state.failures() + "): " + String.join("\n    ", words));
    }

    /** None after the first death: something that was killed comes back at once. */
    private void awaitEndOfPause() {
        int failures = state.failures();
        long seconds = failures < 2 ? 0 : Math.min(LONGEST_PAUSE_SECONDS, 1L << (failures - 2));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!isLeaving() && state.phase() == Phase.FAILING && System.nanoTime() < end) {
            pause(LOOK_MILLIS);
        }
    }

    private boolean awaitTurn() throws IOException {
        try {
            while (!turns.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (isLeaving()) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private boolean isLeaving() {
        return leaving.getCount() == 0;
    }

    /** Ends early when this keeper is to leave. */
    private void pause(long millis) {
        awaitQuietly(leaving, Duration.ofMillis(millis));
    }

    private static void awaitQuietly(CountDownLatch latch, Duration limit) {
        try {
            if (latch.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String key() {
        return child.instance().key();
    }
}
