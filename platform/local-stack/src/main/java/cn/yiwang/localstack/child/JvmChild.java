package cn.yiwang.localstack.child;

import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.plan.Plan.Instance;
import cn.yiwang.localstack.process.Jvm;
import cn.yiwang.localstack.process.Probe;
import cn.yiwang.localstack.process.Processes;
import cn.yiwang.localstack.process.Stopping;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A Spring Boot application in a JVM of its own. */
record JvmChild(Home home, Plan plan, Instance instance, Map<String, String> environment) implements Child {

    private static final Duration GRACE = Duration.ofSeconds(15);

    /** The first orderly end of a build that was not prepared writes its archive, which takes a busy machine a while. */
    private static final Duration GRACE_WITH_ARCHIVE = Duration.ofMinutes(1);

    @Override
    public void start() throws IOException {
        ProcessHandle process =
                Jvm.start(command().serving(instance.key()), environment, home.data(), home.log(instance.key()));
        Processes.pidFile(home, instance.key()).write(process);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Processes.find(home, instance.key());
    }

    @Override
    public boolean answers() {
        return Probe.health(instance.address());
    }

    @Override
    public void stop() {
        Duration grace = command().writesArchiveAtEnd() ? GRACE_WITH_ARCHIVE : GRACE;
        process().ifPresent(process -> Stopping.stop(process, grace));
        Processes.pidFile(home, instance.key()).delete();
    }

    private JvmCommand command() {
        Path folder = Path.of(Objects.requireNonNull(instance.application()));
        return new JvmCommand(plan.java(), plan.profile(), instance.part(), folder);
    }
}
