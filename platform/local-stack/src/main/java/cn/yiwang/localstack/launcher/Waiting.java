package cn.yiwang.localstack.launcher;

import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.home.LogTail;
import cn.yiwang.localstack.notice.LaunchException;
import cn.yiwang.localstack.notice.Progress;
import cn.yiwang.localstack.plan.Part;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.plan.Plan.Instance;
import cn.yiwang.localstack.process.Processes;
import cn.yiwang.localstack.process.Stopping;
import cn.yiwang.localstack.status.Routes;
import cn.yiwang.localstack.status.Status;
import cn.yiwang.localstack.status.StatusRow;
import cn.yiwang.localstack.supervision.Launcher.Report;
import cn.yiwang.localstack.supervision.Launcher.Reports;
import cn.yiwang.localstack.supervision.State.Phase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Waits for the launcher to have made the plan true, and tells what changes meanwhile. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_NANOS = 400_000_000;
    private static final int HOPELESS_AFTER = 3;
    private static final JsonMapper JSON = new JsonMapper();

    private final Home home;
    private final Plan plan;
    private final Progress progress;
    private final long begun;
    private final Map<String, String> told = new HashMap<>();

    Waiting(Home home, Plan plan, Progress progress, long begun) {
        this.home = home;
        this.plan = plan;
        this.progress = progress;
        this.begun = begun;
    }

    List<StatusRow> untilRoutable() {
        List<Part> routes = new ArrayList<>(Part.services());
        try (HttpClient http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2))
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            while (true) {
                Map<String, Report> reports = reports(http);
                reports.values().forEach(this::tell);
                boolean healthy = plan.instances().stream()
                        .map(instance -> reports.get(instance.key()))
                        .allMatch(report -> report != null && report.phase() == Phase.HEALTHY);
                if (healthy) {
                    routes.removeIf(this::reaches);
                    List<StatusRow> rows = routes.isEmpty() ? new Status(home, plan).rows() : List.of();
                    if (!rows.isEmpty() && rows.stream().allMatch(StatusRow::healthy)) {
                        return rows;
                    }
                }
                giveUpWhenHopeless(reports, routes);
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    static void untilStopped(Home home, ProcessHandle launcher, Duration limit, Progress progress, long begun) {
        progress.says("stopping gateway, services, broker, database");
        if (!Stopping.endsWithin(launcher, limit)) {
            throw new LaunchException(
                    "the launcher (" + Processes.describe(launcher) + ") has not stopped everything within "
                            + limit.toSeconds() + " s: see " + home.log(Plan.LAUNCHER));
        }
        progress.says("%s  stopped".formatted(seconds(begun)));
    }

    private boolean reaches(Part part) {
        if (Routes.reaches(plan, part)) {
            progress.says("%s  %-24s reached through the gateway".formatted(seconds(begun), part.id()));
            return true;
        }
        return false;
    }

    private Map<String, Report> reports(HttpClient http) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + plan.launcherPort() + "/"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Map<String, Report> reports = new HashMap<>();
        try {
            String body = http.send(request, BodyHandlers.ofString()).body();
            Reports answer = JSON.readValue(body, Reports.class);
            if (answer.round() == plan.round()) {
                answer.instances().forEach(report -> reports.put(report.key(), report));
            }
        } catch (IOException | JacksonException e) {
            if (Processes.find(home, Plan.LAUNCHER).isEmpty()) {
                throw new LaunchException(
                        "the launcher died; the last lines of %s:\n    %s"
                                .formatted(
                                        home.log(Plan.LAUNCHER),
                                        String.join("\n    ", new LogTail(home.log(Plan.LAUNCHER)).lines(8))),
                        e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while waiting", e);
        }
        return reports;
    }

    private void tell(Report report) {
        String news =
                switch (report.phase()) {
                    case WAITING -> "";
                    case STARTING -> "starting";
                    case HEALTHY -> "healthy";
                    case ILL -> "does not answer";
                    case FAILING -> String.join("\n      ", report.lastWords());
                };
        if (!news.isEmpty() && !news.equals(told.put(report.key(), news))) {
            progress.says("%s  %-24s %s".formatted(seconds(begun), report.key(), news));
        }
    }

    private void giveUpWhenHopeless(Map<String, Report> reports, List<Part> routes) {
        for (Report report : reports.values()) {
            if (report.phase() == Phase.FAILING && report.failures() >= HOPELESS_AFTER) {
                throw new LaunchException("%s failed %d times: %s"
                        .formatted(report.key(), report.failures(), String.join("\n    ", report.lastWords())));
            }
        }
        if (System.nanoTime() - begun > PATIENCE.toNanos()) {
            List<String> missing = plan.instances().stream()
                    .map(Instance::key)
                    .filter(key -> !reports.containsKey(key) || reports.get(key).phase() != Phase.HEALTHY)
                    .toList();
            throw new LaunchException(
                    missing.isEmpty()
                            ? "the gateway does not reach %s after %d s: see ./yiwang logs gateway"
                                    .formatted(routes.stream().map(Part::id).toList(), PATIENCE.toSeconds())
                            : "%s not healthy after %d s: see ./yiwang logs %s"
                                    .formatted(missing, PATIENCE.toSeconds(), missing.getFirst()));
        }
    }

    private static String seconds(long begun) {
        return String.format(Locale.ROOT, "%6.1f s", (System.nanoTime() - begun) / 1e9);
    }
}
