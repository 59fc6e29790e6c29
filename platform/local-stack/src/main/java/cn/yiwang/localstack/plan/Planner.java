package cn.yiwang.localstack.plan;

import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.notice.LaunchException;
import cn.yiwang.localstack.notice.Progress;
import cn.yiwang.localstack.plan.Plan.Instance;
import cn.yiwang.localstack.process.PortOwner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Decides which instances there are and on which ports. */
public final class Planner {

    private static final int FIRST_FURTHER_PORT = 15;
    private static final int LAST_FURTHER_PORT = 99;

    private final Home home;
    private final Map<String, Path> unpacked = new ConcurrentHashMap<>();

    public Planner(Home home) {
        this.home = home;
    }

    /** Everything that is not replaced from outside, with as many instances as were wanted before. */
    public Plan up(Optional<Plan> before, int portBase, Profile profile, Environment environment, Progress progress) {
        Plan empty = new Plan(
                before.map(Plan::round).orElse(0) + 1,
                portBase,
                profile,
                System.getProperty("java.home"),
                environment,
                List.of());
        unpack(environment, progress);
        List<Instance> instances = new ArrayList<>();
        for (Part part : Part.values()) {
            if (!environment.replaces(part)) {
                instances.add(instance(empty, part, 1, portBase + part.portOffset(), progress));
            }
        }
        if (before.isPresent() && before.get().portBase() == portBase) {
            for (Instance further : before.get().instances()) {
                if (further.number() > 1) {
                    instances.add(instance(empty, further.part(), further.number(), further.port(), progress));
                }
            }
        }
        return empty.with(instances);
    }

    /** The same with another number of instances of one part. */
    public Plan scale(Plan plan, Part part, int count, Progress progress) {
        if (!part.scales()) {
            throw new LaunchException(part.id() + " runs once: only services and the gateway scale");
        }
        if (count < 1 || count > 8) {
            throw new LaunchException("between 1 and 8 instances of " + part.id() + ", not " + count);
        }
        List<Instance> instances = new ArrayList<>(plan.instances());
        instances.removeIf(instance -> instance.part() == part && instance.number() > count);
        for (int number = 1; number <= count; number++) {
            int wanted = number;
            if (instances.stream().noneMatch(present -> present.part() == part && present.number() == wanted)) {
                instances.add(instance(plan, part, number, freePort(plan, instances), progress));
            }
        }
        return plan.with(instances);
    }

    private Instance instance(Plan plan, Part part, int number, int port, Progress progress) {
        String application =
                part.module().map(module -> application(module, progress)).orElse(null);
        String stamp = stamp(part + " " + port + " " + application + " " + plan.profile() + " " + plan.environment()
                + " " + plan.java());
        return new Instance(part, number, port, application, stamp);
    }

    private String application(String module, Progress progress) {
        return unpacked.computeIfAbsent(module, name -> new Applications(home).unpacked(name, progress))
                .toString();
    }

    /** All at once; after that each one is known. */
    private void unpack(Environment environment, Progress progress) {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            for (Part part : Part.values()) {
                if (!environment.replaces(part)) {
                    part.module().ifPresent(module -> running.add(threads.submit(() -> application(module, progress))));
                }
            }
            for (Future<?> task : running) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new LaunchException(
                    e.getCause() instanceof LaunchException mend
                            ? String.valueOf(mend.getMessage())
                            : String.valueOf(e.getCause()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while unpacking", e);
        }
    }

    private static int freePort(Plan plan, List<Instance> instances) {
        Set<Integer> planned = instances.stream().map(Instance::port).collect(Collectors.toSet());
        for (int port = plan.portBase() + FIRST_FURTHER_PORT; port <= plan.portBase() + LAST_FURTHER_PORT; port++) {
            if (!planned.contains(port) && PortOwner.isFree(port)) {
                return port;
            }
        }
        throw new LaunchException("no port is free between %d and %d: choose others with --port-base"
                .formatted(plan.portBase() + FIRST_FURTHER_PORT, plan.portBase() + LAST_FURTHER_PORT));
    }

    /** A digest, since what goes into it holds a password. */
    private static String stamp(String settings) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(settings.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
