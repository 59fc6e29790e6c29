package cn.yiwang.benchmarks.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A number of clients that each start the next piece of work when the last one is answered. */
public final class ClosedLoop {

    private static final int MOST_FAILURES = 200;

    private final int clients;
    private final WarmUp warmUp;
    private final Duration measured;
    private final LongAdder done = new LongAdder();
    private volatile @Nullable Interval interval;

    public ClosedLoop(int clients, WarmUp warmUp, Duration measured) {
        this.clients = clients;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /** What counts, on the clock of {@link System#nanoTime()}. */
    private record Interval(long from, long until) {}

    /** What one client does over and over. */
    public interface Work extends AutoCloseable {

        /** Does one piece; notes the calls of which it consists. */
        void once(Notes notes) throws Exception;

        @Override
        default void close() throws IOException, SQLException {}
    }

    /** Runs the clients and returns what they did after the warm-up. */
    public Outcome run(IntFunction<Work> clientWork) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(clients);
        List<Future<Client>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                Client client = new Client(clientWork.apply(i), ready);
                running.add(threads.submit(client::run));
            }
            warmUp(running);
            long from = System.nanoTime();
            interval = new Interval(from, from + measured.toNanos());
            List<Client> finished = new ArrayList<>();
            for (Future<Client> future : running) {
                finished.add(future.get());
            }
            return Outcome.of(finished.stream().map(client -> client.notes).toList(), measured);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a load client failed", e.getCause());
        }
    }

    private void warmUp(List<Future<Client>> running) throws InterruptedException {
        List<Double> rates = new ArrayList<>();
        // A client only ends in here when it failed.
        while (running.stream().noneMatch(Future::isDone)) {
            long before = done.sum();
            TimeUnit.NANOSECONDS.sleep(warmUp.window().toNanos());
            double rate = (done.sum() - before) / (warmUp.window().toNanos() / 1e9);
            warmUp.tells().accept(rate);
            rates.add(rate);
            if (warmUp.isDone(rates)) {
                return;
            }
        }
    }

    private final class Client {

        private final Work work;
        private final CountDownLatch ready;
        private final Notes notes = new Notes();

        Client(Work work, CountDownLatch ready) {
            this.work = work;
            this.ready = ready;
        }

        Client run() throws Exception {
            ready.countDown();
            ready.await();
            try (Work open = work) {
                while (true) {
                    long begun = System.nanoTime();
                    Interval counts = interval;
                    if (counts != null && begun - counts.until() >= 0) {
                        return this;
                    }
                    notes.begin(counts != null);
                    try {
                        open.once(notes);
                        long end = System.nanoTime();
                        if (counts != null && end - counts.until() < 0) {
                            notes.whole(end - begun);
                        }
                        done.increment();
                    } catch (FailedCallException | IOException e) {
                        notes.failure(e);
                        if (notes.failures() > MOST_FAILURES) {
                            throw e;
                        }
                    }
                }
            }
        }
    }
}
