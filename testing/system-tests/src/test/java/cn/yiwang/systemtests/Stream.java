package cn.yiwang.systemtests;

import cn.yiwang.testsupport.Persona;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;

/** Clients that bring one application after the other from filing to the grant, and never give up on one. */
final class Stream implements AutoCloseable {

    private static final Set<String> PHARMACIES = ConcurrentHashMap.newKeySet();

    private final ConcurrentLinkedQueue<Filing> acknowledged = new ConcurrentLinkedQueue<>();
    private final List<Future<?>> clients = new ArrayList<>();
    private final ExecutorService threads;
    private volatile boolean ending;

    private Stream(int clients) {
        threads = Executors.newFixedThreadPool(clients);
    }

    static Stream start(int clients) {
        var stream = new Stream(clients);
        for (var client = 0; client < clients; client++) {
            var number = client;
            stream.clients.add(stream.threads.submit(() -> stream.run(number)));
        }
        return stream;
    }

    /** Whether the application is one that ends in a certificate. */
    static boolean isPharmacy(Filing filing) {
        return PHARMACIES.contains(filing.id());
    }

    /** Waits until so many more were granted. */
    void awaitMore(int count) {
        var target = acknowledged.size() + count;
        Awaitility.await(count + " more applications")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    failEarly();
                    return acknowledged.size() >= target;
                });
    }

    /** Lets each client finish what it has begun, and returns all that was granted. */
    List<Filing> finish() throws Exception {
        ending = true;
        for (var client : clients) {
            client.get();
        }
        return List.copyOf(acknowledged);
    }

    @Override
    public void close() {
        ending = true;
        threads.shutdownNow();
    }

    /** The first client's applications end in a certificate, the others' in a document. */
    private void run(int client) {
        while (!ending) {
            if (client == 0) {
                var filing = Filing.submittedPharmacy(Persona.AGENT);
                PHARMACIES.add(filing.id());
                acknowledged.add(filing.throughTwoReviews().grant());
            } else {
                acknowledged.add(Filing.submitted(Persona.AGENT, Filing.CANCELLATION)
                        .throughOneReview()
                        .grant());
            }
        }
    }

    private void failEarly() {
        for (var client : clients) {
            if (client.isDone()) {
                try {
                    client.get();
                } catch (ExecutionException e) {
                    throw new AssertionError("a client was refused", e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
