package cn.yiwang.benchmarks.lifecycle;

import cn.yiwang.benchmarks.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Watches while the load runs whether work piles up: events that are not sent, certificates that are asked for and not there. */
public final class Backlog implements Runnable {

    private static final String UNSENT = "SELECT COUNT(*) FROM outbox_event WHERE sent_at IS NULL";
    private static final String UNISSUED =
            "SELECT COUNT(*) FROM application WHERE certificate_request_id IS NOT NULL AND certificate_id IS NULL";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A handful of requests in flight is no pile. */
    private static final long ALWAYS_IN_FLIGHT = 50;

    private final Database database;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Long> events = new ArrayList<>();
    private final List<Long> certificates = new ArrayList<>();

    public Backlog(Database database) {
        this.database = database;
    }

    @Override
    public void run() {
        try (Connection connection = database.connect()) {
            do {
                events.add(Database.number(connection, UNSENT));
                certificates.add(Database.number(connection, UNISSUED));
            } while (!stopped.await(1, TimeUnit.SECONDS));
        } catch (SQLException e) {
            throw new IllegalStateException("the backlog cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the watch, waits until everything that was asked for is there, and tells how it went. */
    public Map<String, Object> finish(Thread watcher) throws InterruptedException, SQLException {
        stopped.countDown();
        watcher.join();
        long begun = System.nanoTime();
        long left;
        try (Connection connection = database.connect()) {
            left = left(connection);
            while (left > 0 && System.nanoTime() - begun < PATIENCE.toNanos()) {
                TimeUnit.MILLISECONDS.sleep(20);
                left = left(connection);
            }
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("unsentEvents", List.copyOf(events));
        report.put("unissuedCertificates", List.copyOf(certificates));
        report.put("growing", grows(events) || grows(certificates));
        report.put("drainedAfterMillis", left > 0 ? -1 : Math.round((System.nanoTime() - begun) / 1e6));
        return report;
    }

    private static long left(Connection connection) throws SQLException {
        return Database.number(connection, UNSENT) + Database.number(connection, UNISSUED);
    }

    /** Whether the last quarter stood clearly above the second. */
    private static boolean grows(List<Long> samples) {
        int quarter = samples.size() / 4;
        if (quarter == 0) {
            return false;
        }
        double early = mean(samples.subList(quarter, 2 * quarter));
        double late = mean(samples.subList(samples.size() - quarter, samples.size()));
        return late > 2 * early + ALWAYS_IN_FLIGHT;
    }

    private static double mean(List<Long> samples) {
        return samples.stream().mapToLong(Long::longValue).average().orElse(0);
    }
}
