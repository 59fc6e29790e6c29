package cn.yiwang.localstack.archive;

import cn.yiwang.localstack.child.JvmCommand;
import cn.yiwang.localstack.child.ServiceEnvironment;
import cn.yiwang.localstack.home.CommandLock;
import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.notice.LaunchException;
import cn.yiwang.localstack.notice.Progress;
import cn.yiwang.localstack.plan.Applications;
import cn.yiwang.localstack.plan.Environment;
import cn.yiwang.localstack.plan.Part;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.plan.Plan.Instance;
import cn.yiwang.localstack.plan.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The last part of a build: archives of classes, from which the applications start in less than half the time.
 *
 * <p>Each application whose present build has no archive runs once, up to the point at which it would begin to serve. It
 * gets the environment of a platform whose ports nobody listens on and whose keys open nothing, so that it cannot touch
 * one that is running. Without its archive an application starts as well, only later; so a run that fails is told, and
 * fails nothing.
 */
public final class Preparation {

    private static final int AT_ONCE = 2;

    /** Below every base that a platform can have; so are the ports that follow from it. */
    private static final int NO_PORTS = 1;

    /** What is asked for elsewhere is asked for in vain, so the launcher's commands load what asks. */
    private static final Environment NOWHERE = Environment.of(Map.of(
            "YIWANG_MYSQL_URL", "jdbc:mysql://127.0.0.1:" + NO_PORTS,
            "YIWANG_MYSQL_USER", "nobody",
            "YIWANG_MYSQL_PASSWORD", "none",
            "YIWANG_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + NO_PORTS,
            "YIWANG_ISSUER_URI", "http://127.0.0.1:" + NO_PORTS));

    private final Home home;
    private final List<Part> parts;

    public Preparation(Path checkout) {
        this(
                checkout,
                Arrays.stream(Part.values())
                        .filter(part -> part.module().isPresent())
                        .toList());
    }

    Preparation(Path checkout, List<Part> parts) {
        this.home = new Home(checkout, checkout.resolve(".yiwang/cache/training"));
        this.parts = List.copyOf(parts);
    }

    public void run(Progress progress) {
        home.create();
        try (CommandLock lock = CommandLock.take(home, progress)) {
            List<Training> missing = trainings(progress).stream()
                    .filter(training -> !training.isDone())
                    .toList();
            AtomicInteger begun = new AtomicInteger();
            together(missing.stream()
                    .<Callable<Boolean>>map(training -> () -> {
                        progress.says("preparing %s %d/%d"
                                .formatted(training.name(), begun.incrementAndGet(), missing.size()));
                        return train(training, progress);
                    })
                    .toList());
            if (!missing.isEmpty()) {
                progress.says("prepared in %.1f s".formatted((System.nanoTime() - lock.takenAt()) / 1e9));
            }
        }
    }

    private static boolean train(Training training, Progress progress) throws IOException, InterruptedException {
        boolean done = training.run();
        if (!done) {
            progress.says("preparing %s failed, so it will start more slowly; why: %s"
                    .formatted(training.name(), training.log()));
        }
        return done;
    }

    private List<Training> trainings(Progress progress) {
        Applications applications = new Applications(home);
        List<Instance> instances = together(parts.stream()
                .<Callable<Instance>>map(part -> () -> new Instance(
                        part,
                        1,
                        NO_PORTS + part.portOffset(),
                        applications
                                .unpacked(part.module().orElseThrow(), progress)
                                .toString(),
                        "training"))
                .toList());
        Plan plan = new Plan(
                1, NO_PORTS, Profile.LOCAL, System.getProperty("java.home"), Environment.of(Map.of()), instances);
        List<Training> trainings = new ArrayList<>();
        LauncherJvm.archive().ifPresent(archive -> trainings.add(launcher(plan, archive)));
        for (Instance instance : instances) {
            JvmCommand command = new JvmCommand(
                    plan.java(),
                    plan.profile(),
                    instance.part(),
                    Path.of(Objects.requireNonNull(instance.application())));
            trainings.add(new Training(
                    instance.part().id(),
                    command.archive(),
                    command::training,
                    environment(plan, instance),
                    home.data(),
                    home.log(instance.part().id())));
        }
        return trainings;
    }

    private Training launcher(Plan plan, Path archive) {
        new Plan(1, NO_PORTS, Profile.LOCAL, plan.java(), NOWHERE, plan.instances()).write(home);
        return new Training(
                "launcher",
                archive,
                draft -> LauncherJvm.training(plan.java(), home, draft),
                Map.of("YIWANG_CHECKOUT", home.checkout().toString()),
                home.path(),
                home.log(Plan.LAUNCHER));
    }

    Map<String, String> environment(Plan plan, Instance instance) {
        Map<String, String> variables = new HashMap<>(new ServiceEnvironment(home, plan, null).of(instance));
        variables.put("SPRING_FLYWAY_ENABLED", "false");
        // What asks the database all the same is not to wait for it.
        variables.put("SPRING_DATASOURCE_HIKARI_INITIALIZATIONFAILTIMEOUT", "-1");
        return variables;
    }

    private static <T> List<T> together(List<Callable<T>> tasks) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new LaunchException(
                    e.getCause() instanceof LaunchException mend
                            ? String.valueOf(mend.getMessage())
                            : "cannot prepare the applications: " + e.getCause(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while preparing", e);
        }
    }
}
