package cn.yiwang.benchmarks;

import cn.yiwang.benchmarks.ceiling.BareLifecycle;
import cn.yiwang.benchmarks.door.GatewayBench;
import cn.yiwang.benchmarks.event.EventLag;
import cn.yiwang.benchmarks.lifecycle.Backlog;
import cn.yiwang.benchmarks.lifecycle.Cast;
import cn.yiwang.benchmarks.lifecycle.CertificateLifecycle;
import cn.yiwang.benchmarks.lifecycle.Lifecycle;
import cn.yiwang.benchmarks.load.ClosedLoop;
import cn.yiwang.benchmarks.load.Outcome;
import cn.yiwang.benchmarks.load.Paced;
import cn.yiwang.benchmarks.load.WarmUp;
import cn.yiwang.benchmarks.search.SearchBench;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run: every part in turn, on one platform that nobody else uses. */
final class Measurement implements AutoCloseable {

    /** From the start of the platform to its end. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final int EVENTS_PER_SECOND = 100;
    private static final int EVENTS_PER_LIFECYCLE = 4;

    private final Options options;
    private final Path checkout;
    private final Clock clock;
    private final PrintStream progress;
    private final Report report;
    private final Runnable print;
    private final Instance instance;
    private final long begun = System.nanoTime();
    private final Thread guard;
    private boolean up;

    /**
     * @param report takes each part as soon as it is measured
     * @param print shows the report; also when time runs out before every part was measured
     */
    Measurement(Options options, Path checkout, Clock clock, PrintStream progress, Report report, Runnable print) {
        this.options = options;
        this.checkout = checkout;
        this.clock = clock;
        this.progress = progress;
        this.report = report;
        this.print = print;
        this.instance = new Instance(checkout);
        this.guard = Thread.ofPlatform().daemon().name("time limit").unstarted(this::endInTime);
    }

    void run() throws IOException, InterruptedException, SQLException {
        guard.start();
        report.put("machine", machine());
        if (options.wantsPlatform()) {
            platform();
        }
        if (options.wants("gateway")) {
            says("measuring the gateway, a bare gateway and no gateway");
            report.put(
                    "gateway",
                    new GatewayBench(
                                    checkout,
                                    checkout.resolve(".yiwang/bench/logs"),
                                    clock,
                                    options.clients(),
                                    Duration.ofSeconds(20),
                                    options.measured().dividedBy(5))
                            .run());
        }
        if (options.wants("search")) {
            says("loading a catalog of 50,000 items and searching it");
            report.put(
                    "search",
                    new SearchBench(
                                    checkout,
                                    clock,
                                    this::says,
                                    options.clients(),
                                    options.measured().dividedBy(4))
                            .run());
        }
        print.run();
    }

    private void platform() throws IOException, InterruptedException, SQLException {
        says("starting a platform of its own");
        up = true;
        instance.up();
        says("signing in");
        Cast cast = new Cast(
                instance.token("agent"),
                instance.token("window-clerk"),
                instance.token("reviewer"),
                instance.token("second-reviewer"),
                instance.token("approver"));
        if (options.wants("lifecycles") || options.wants("ceiling")) {
            says("lifecycles: warm-up, then " + options.measured().toSeconds() + " s");
            report.put("lifecycles", lifecycles(cast).report());
        }
        if (options.wants("events")) {
            says("event lag at " + EVENTS_PER_SECOND + " events/s");
            report.put("events", events(cast));
        }
        if (options.wants("certificates")) {
            says("lifecycles with files, two reviewing departments and a certificate");
            report.put("certificates", certificates(cast));
        }
        if (options.wants("ceiling")) {
            says("the same rows and commits by bare JDBC");
            report.put("ceiling", ceiling(report.number("lifecycles", "perSecond")));
        }
        stop();
    }

    private Outcome lifecycles(Cast cast) throws InterruptedException {
        URI gateway = instance.gateway();
        return new ClosedLoop(options.clients(), untilSteady(), options.measured())
                .run(_ -> new Lifecycle(gateway, cast));
    }

    private WarmUp untilSteady() {
        return new WarmUp(Duration.ofSeconds(10), 24, rate -> says("warm-up: %.1f lifecycles/s".formatted(rate)));
    }

    private Map<String, Object> events(Cast cast) throws InterruptedException {
        URI gateway = instance.gateway();
        Duration warmUp = Duration.ofSeconds(3);
        Duration measured = options.measured().dividedBy(2);
        Paced beat = new Paced((double) EVENTS_PER_SECOND / EVENTS_PER_LIFECYCLE);
        try (EventLag lag = new EventLag(instance.broker(), "yiwang.application", clock)) {
            Thread consumer = Thread.ofPlatform().name("event lag").start(lag);
            lag.measure(clock.instant().plus(warmUp), measured);
            Outcome load = new ClosedLoop(options.clients(), WarmUp.of(warmUp), measured).run(_ -> {
                Lifecycle lifecycle = new Lifecycle(gateway, cast);
                return notes -> {
                    beat.await();
                    lifecycle.once(notes);
                };
            });
            // What was stored in time is seen a moment later.
            TimeUnit.SECONDS.sleep(2);
            lag.stop();
            consumer.join();
            Map<String, Object> report = lag.report(measured);
            report.put("failures", load.failures());
            return report;
        }
    }

    private Map<String, Object> certificates(Cast cast) throws IOException, InterruptedException, SQLException {
        URI gateway = instance.gateway();
        List<CertificateLifecycle.Upload> uploads = CertificateLifecycle.requiredUploads(gateway);
        Backlog backlog = new Backlog(instance.database("yiwang_application"));
        Thread watcher = Thread.ofPlatform().name("backlog").start(backlog);
        Outcome outcome = new ClosedLoop(options.clients(), WarmUp.of(Duration.ofSeconds(15)), options.measured())
                .run(_ -> new CertificateLifecycle(gateway, cast, uploads));
        Map<String, Object> report = outcome.report();
        report.put("uploadsPerLifecycle", uploads.size());
        report.put("backlog", backlog.finish(watcher));
        return report;
    }

    private Map<String, Object> ceiling(double reached) throws IOException, InterruptedException, SQLException {
        BareLifecycle.Plan plan = BareLifecycle.prepare(instance.database("yiwang_application"), Lifecycle.ITEM);
        Outcome outcome = new ClosedLoop(
                        options.clients(),
                        WarmUp.of(Duration.ofSeconds(8)),
                        options.measured().dividedBy(2))
                .run(_ -> plan.client());
        Map<String, Object> report = outcome.report();
        report.put("rowsPerLifecycle", plan.rowsPerLifecycle());
        report.put("commitsPerLifecycle", EVENTS_PER_LIFECYCLE);
        report.put("lifecyclesToCeiling", Math.round(reached / outcome.perSecond() * 1000) / 1000.0);
        return report;
    }

    private Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("java", Runtime.version().toString());
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("clients", options.clients());
        machine.put("measuredSeconds", options.measured().toSeconds());
        machine.put("at", clock.instant().toString());
        return machine;
    }

    private void says(String what) {
        progress.printf("%4d s  %s%n", (System.nanoTime() - begun) / 1_000_000_000L, what);
    }

    private void endInTime() {
        try {
            TimeUnit.NANOSECONDS.sleep(LIMIT.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        progress.println("yiwang bench: not finished after " + LIMIT.toMinutes() + " minutes, not measured: "
                + String.join(", ", report.missing(options.parts())));
        print.run();
        try {
            stop();
        } catch (IOException e) {
            progress.println("yiwang bench: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Halting runs no hooks, and what was started besides the platform must not go on.
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(1);
    }

    private synchronized void stop() throws IOException, InterruptedException {
        if (up) {
            says("stopping the platform");
            up = false;
            instance.down();
        }
    }

    @Override
    public void close() throws IOException {
        guard.interrupt();
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
