package cn.yiwang.localstack.child;

import cn.yiwang.localservers.KafkaBroker;
import cn.yiwang.localservers.KafkaSettings;
import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.plan.Plan.Instance;
import cn.yiwang.localstack.process.Probe;
import cn.yiwang.localstack.process.Processes;
import cn.yiwang.localstack.process.Stopping;
import java.time.Duration;
import java.util.Optional;

/** The embedded Kafka broker. */
final class BrokerChild implements Child {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Home home;
    private final Instance instance;
    private final KafkaSettings settings;

    BrokerChild(Home home, Plan plan, Instance instance) {
        this.home = home;
        this.instance = instance;
        this.settings = KafkaSettings.in(home.data(), home.cache(), instance.port(), instance.port() + 1)
                .withHeap(plan.profile().heapMegabytes(instance.part()))
                .withJvmOptions(plan.profile().brokerFlags())
                .withLogFile(home.log(instance.key()))
                .withPidFile(Processes.pidFile(home, instance.key()).path());
    }

    @Override
    public Instance instance() {
        return instance;
    }

    @Override
    public void start() {
        KafkaBroker.start(settings);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Processes.find(home, instance.key());
    }

    @Override
    public boolean answers() {
        return Probe.port(instance.port());
    }

    @Override
    public void stop() {
        process().ifPresent(process -> Stopping.stop(process, GRACE));
        Processes.pidFile(home, instance.key()).delete();
    }
}
