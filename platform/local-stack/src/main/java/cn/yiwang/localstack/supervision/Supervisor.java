package cn.yiwang.localstack.supervision;

import cn.yiwang.localstack.child.Child;
import cn.yiwang.localstack.child.ServiceEnvironment;
import cn.yiwang.localstack.child.Stamps;
import cn.yiwang.localstack.child.TokenEndpoint;
import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.notice.LaunchException;
import cn.yiwang.localstack.notice.Progress;
import cn.yiwang.localstack.plan.Part;
import cn.yiwang.localstack.plan.Part.Tier;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.plan.Plan.Instance;
import cn.yiwang.localstack.process.Processes;
import cn.yiwang.localstack.process.Stopping;
import cn.yiwang.localstack.supervision.Launcher.Report;
import cn.yiwang.localstack.supervision.Launcher.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the plan true and keeps it true until the plan is empty. */
public final class Supervisor {

    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Home home;
    private final Progress journal;
    private final Map<String, Keeper> keepers = new ConcurrentSkipListMap<>();
    private final Semaphore jvmTurns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private volatile @Nullable Plan current;

    public Supervisor(Home home, Progress journal) {
        this.home = home;
        this.journal = journal;
    }

    Reports reports() {
        Plan plan = current;
        return new Reports(
                plan == null ? 0 : plan.round(),
                keepers.values().stream().map(Report::of).toList());
    }

    /** One look at the plan; false when nothing is to run any more and nothing runs. */
    public boolean look() throws IOException {
        Optional<Plan> plan = Plan.read(home);
        if (plan.isPresent() && !plan.get().equals(current)) {
            apply(plan.get());
            current = plan.get();
        }
        return !keepers.isEmpty();
    }

    private void apply(Plan plan) throws IOException {
        List<Keeper> unwanted = keepers.values().stream()
                .filter(keeper -> !plan.instances().contains(keeper.child().instance()))
                .toList();
        unwanted.forEach(keeper -> keepers.remove(keeper.child().instance().key()));
        stopByTier(unwanted);
        stopStrangers(plan);
        ServiceEnvironment environment = new ServiceEnvironment(home, plan, TokenEndpoint.of(plan));
        for (Instance instance : plan.instances()) {
            Keeper present = keepers.get(instance.key());
            if (present != null) {
                present.encourage();
            } else {
                keep(plan, instance, environment);
            }
        }
    }

    private void keep(Plan plan, Instance instance, ServiceEnvironment environment) throws IOException {
        Child child = Child.of(home, plan, instance, environment);
        if (child.process().isPresent() && !Stamps.matches(home, instance)) {
            journal.says(instance.key() + " runs an older build or other settings, it is replaced");
            child.stop();
        }
        Keeper keeper = new Keeper(home, child, () -> needsAreMet(instance), turns(instance), journal);
        keepers.put(instance.key(), keeper);
        Thread.ofVirtual().name(instance.key()).start(keeper);
    }

    /** A service migrates its schema and declares its topics as it starts. */
    private boolean needsAreMet(Instance instance) {
        return instance.part().tier() != Tier.SERVICE
                || keepers.values().stream()
                        .filter(keeper -> isServer(keeper.child().instance().part()))
                        .allMatch(Keeper::isHealthy);
    }

    private static boolean isServer(Part part) {
        return part.tier() == Tier.DATABASE || part.tier() == Tier.BROKER;
    }

    /** The database and the broker wait for nobody. */
    private Semaphore turns(Instance instance) {
        return isServer(instance.part()) ? new Semaphore(1) : jvmTurns;
    }

    private void stopByTier(List<Keeper> unwanted) {
        List<Tier> tiers = new ArrayList<>(Arrays.asList(Tier.values()));
        for (Tier tier : tiers.reversed()) {
            together(unwanted.stream()
                    .filter(keeper -> keeper.child().instance().part().tier() == tier)
                    .map(keeper -> (Runnable) keeper::stop)
                    .toList());
        }
    }

    /** What a launcher that is gone had started and what the plan does not know. */
    private void stopStrangers(Plan plan) throws IOException {
        List<String> keys = new ArrayList<>();
        try (Stream<Path> files = Files.list(home.run())) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".pid") && !name.startsWith(Plan.LAUNCHER))
                    .map(name -> name.substring(0, name.length() - ".pid".length()))
                    .filter(key -> plan.instances().stream()
                            .noneMatch(instance -> instance.key().equals(key)))
                    .forEach(keys::add);
        }
        List<Tier> tiers = new ArrayList<>(Arrays.asList(Tier.values()));
        for (Tier tier : tiers.reversed()) {
            together(keys.stream()
                    .filter(key -> partOf(key).tier() == tier)
                    .sorted(Comparator.naturalOrder())
                    .map(key -> (Runnable) () -> stopStranger(key))
                    .toList());
        }
    }

    private void stopStranger(String key) {
        Processes.find(home, key).ifPresent(process -> {
            Stopping.stop(process, GRACE);
            journal.says(key + " stopped");
        });
        Processes.pidFile(home, key).delete();
    }

    private static Part partOf(String key) {
        return Part.named(key.substring(0, key.lastIndexOf('-')));
    }

    private static void together(List<Runnable> tasks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running =
                    tasks.stream().map(threads::submit).toList();
            for (Future<?> task : running) {
                task.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while stopping", e);
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(e.getCause()));
        }
    }
}
