package cn.yiwang.localstack.launcher;

import cn.yiwang.localstack.child.ForeignServers;
import cn.yiwang.localstack.home.CommandLock;
import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.home.Trees;
import cn.yiwang.localstack.notice.LaunchException;
import cn.yiwang.localstack.notice.Progress;
import cn.yiwang.localstack.plan.Environment;
import cn.yiwang.localstack.plan.Part;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.plan.Planner;
import cn.yiwang.localstack.plan.PortCheck;
import cn.yiwang.localstack.plan.Profile;
import cn.yiwang.localstack.process.Processes;
import cn.yiwang.localstack.status.Status;
import cn.yiwang.localstack.status.StatusRow;
import cn.yiwang.localstack.supervision.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The whole platform of one home, as the commands see it. */
public final class Platform {

    private static final int DEFAULT_PORT_BASE = 8080;
    private static final int HIGHEST_PORT_BASE = 65_000;
    private static final long SPACE_FOR_START = 1_500L * 1024 * 1024;
    private static final long SPACE_TO_GO_ON = 300L * 1024 * 1024;
    private static final Duration STOPPED_WITHIN = Duration.ofMinutes(4);

    private final Home home;

    public Platform(Home home) {
        this.home = home;
    }

    /** How to start. */
    public record Wish(
            @Nullable Integer portBase, @Nullable String profile, boolean fresh, Map<String, String> variables) {}

    /** Starts what does not run, adopts what does, and returns when everything answers through the gateway. */
    public List<StatusRow> up(Wish wish, Progress progress) {
        home.create();
        try (CommandLock lock = CommandLock.take(home, progress)) {
            if (wish.fresh()) {
                empty(progress, lock);
            }
            checkSpace();
            Optional<Plan> before = Plan.read(home);
            Plan plan = new Planner(home)
                    .up(
                            before,
                            portBase(wish, before),
                            profile(wish, before),
                            Environment.of(wish.variables()),
                            progress);
            ForeignServers.check(plan);
            new PortCheck(home, plan).run();
            plan.write(home);
            LauncherProcess.ensure(home, plan, progress);
            return new Waiting(home, plan, progress, lock.takenAt()).untilRoutable();
        }
    }

    /** Stops everything, in good order; nothing that another home started. */
    public void down(Progress progress) {
        if (!home.exists()) {
            return;
        }
        try (CommandLock lock = CommandLock.take(home, progress)) {
            stopAll(progress, lock);
        }
    }

    public List<StatusRow> scale(String name, int count, Progress progress) {
        Part part = Part.named(name);
        try (CommandLock lock = CommandLock.take(home, progress)) {
            Plan plan = new Planner(home).scale(running(), part, count, progress);
            plan.write(home);
            LauncherProcess.ensure(home, plan, progress);
            return new Waiting(home, plan, progress, lock.takenAt()).untilRoutable();
        }
    }

    /** Empty when the platform is down. */
    public List<StatusRow> status() {
        return home.exists()
                ? Plan.read(home).map(plan -> new Status(home, plan).rows()).orElse(List.of())
                : List.of();
    }

    /**
     * The log files there are, also of what has stopped.
     *
     * @param name a part ({@code catalog-service}, {@code mariadb}, {@code launcher}), one instance of it ({@code
     *     catalog-service-2}), or none for all
     */
    public List<Path> logs(@Nullable String name) {
        if (!home.exists()) {
            throw new LaunchException("nothing has run in " + home.path() + " yet: ./yiwang up");
        }
        List<Path> logs = home.allLogs().stream()
                .filter(log -> name == null || isOf(name, Home.keyOf(log)))
                .toList();
        if (name != null && logs.isEmpty() && !isOf(name, Plan.LAUNCHER)) {
            Part.named(name);
        }
        return logs;
    }

    private static boolean isOf(String name, String key) {
        return key.equals(name) || key.substring(0, key.lastIndexOf('-')).equals(name);
    }

    public URI gateway() {
        return URI.create(running().gateway());
    }

    public URI issuer() {
        Plan plan = running();
        if (plan.environment().issuer() != null) {
            throw new LaunchException("the people of %s are not ours: get the token from there"
                    .formatted(plan.environment().issuer()));
        }
        return URI.create(plan.issuer());
    }

    public String broker() {
        return running().broker();
    }

    public Home home() {
        return home;
    }

    /** The ids of the services, in the order of their start. */
    public static List<String> services() {
        return Part.services().stream().map(Part::id).toList();
    }

    private Plan running() {
        return (home.exists() ? Plan.read(home) : Optional.<Plan>empty())
                .filter(plan -> !plan.instances().isEmpty())
                .orElseThrow(() -> new LaunchException("the platform is not up: ./yiwang up"));
    }

    private void stopAll(Progress progress, CommandLock lock) {
        Optional<Plan> plan = Plan.read(home);
        if (plan.isEmpty()) {
            return;
        }
        plan.get().with(List.of()).write(home);
        Optional<ProcessHandle> launcher = Processes.find(home, Plan.LAUNCHER);
        if (launcher.isPresent()) {
            Waiting.untilStopped(home, launcher.get(), STOPPED_WITHIN, progress, lock.takenAt());
        } else {
            try {
                new Supervisor(home, progress).look();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void empty(Progress progress, CommandLock lock) {
        try {
            stopAll(progress, lock);
            Trees.delete(home.data());
            Trees.delete(home.logs());
            home.create();
        } catch (IOException e) {
            throw new LaunchException("cannot empty " + home.data() + ": " + e.getMessage(), e);
        }
    }

    private void checkSpace() {
        try {
            boolean first = !Files.isDirectory(home.data().resolve("mariadb"));
            long needed = first ? SPACE_FOR_START : SPACE_TO_GO_ON;
            long free = Files.getFileStore(home.path()).getUsableSpace();
            if (free < needed) {
                throw new LaunchException(
                        "the disk of %s has only %d MiB left and %d are needed: make room, or choose another folder with --home"
                                .formatted(home.path(), free >> 20, needed >> 20));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int portBase(Wish wish, Optional<Plan> before) {
        Integer wanted = wish.portBase();
        int base = wanted != null ? wanted : before.map(Plan::portBase).orElse(DEFAULT_PORT_BASE);
        if (base < 1024 || base > HIGHEST_PORT_BASE) {
            throw new LaunchException("the port base must lie between 1024 and " + HIGHEST_PORT_BASE + ", not " + base);
        }
        return base;
    }

    private static Profile profile(Wish wish, Optional<Plan> before) {
        String wanted = wish.profile();
        return wanted != null
                ? Profile.named(wanted)
                : before.map(Plan::profile).orElse(Profile.LOCAL);
    }
}
