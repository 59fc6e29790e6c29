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
import java.util.function.IntFunction;

/** A number of clients that each start the next piece of work when the last one is answered. */
public final class ClosedLoop {

    private static final int MOST_FAILURES = 200;

    private final int clients;
    private final Duration warmUp;
    private final Duration measured;

    public ClosedLoop(int clients, Duration warmUp, Duration measured) {
        this.clients = clients;
        this.warmUp = warmUp;
        this.measured = measured;
    }

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
            List<Client> done = new ArrayList<>();
            for (Future<Client> future : running) {
                done.add(future.get());
            }
            return Outcome.of(done.stream().map(client -> client.notes).toList(), measured);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a load client failed", e.getCause());
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
            long from = System.nanoTime() + warmUp.toNanos();
            long until = from + measured.toNanos();
            try (Work open = work) {
                while (true) {
                    long begun = System.nanoTime();
                    if (begun - until >= 0) {
                        return this;
                    }
                    notes.begin(begun - from >= 0);
                    try {
                        open.once(notes);
                        long end = System.nanoTime();
                        if (end - until < 0) {
                            notes.whole(end - begun);
                        }
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
