package cn.yiwang.localstack.child;

import cn.yiwang.localservers.MariaDbServer;
import cn.yiwang.localservers.MariaDbSettings;
import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.plan.Plan.Instance;
import cn.yiwang.localstack.process.Processes;
import cn.yiwang.localstack.process.Stopping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The embedded MariaDB; healthy once every service's schema and user are there. */
final class DatabaseChild implements Child {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Home home;
    private final Instance instance;
    private final MariaDbSettings settings;
    private final AtomicReference<@Nullable MariaDbServer> server = new AtomicReference<>();

    DatabaseChild(Home home, Plan plan, Instance instance) {
        this.home = home;
        this.instance = instance;
        this.settings = MariaDbSettings.in(home.data(), home.cache(), instance.port())
                .withBufferPool(plan.profile().bufferPoolMegabytes())
                .withOptions(List.of("--innodb-log-file-size=" + plan.profile().redoLogMegabytes() + "M"))
                .withLogFile(home.log(instance.key()))
                .withPidFile(Processes.pidFile(home, instance.key()).path());
    }

    @Override
    public Instance instance() {
        return instance;
    }

    @Override
    public void start() {
        MariaDbServer started = MariaDbServer.start(settings);
        Databases.prepare(started, home.secrets());
        server.set(started);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Processes.find(home, instance.key());
    }

    @Override
    public boolean answers() {
        MariaDbServer known = server.get();
        if (known != null) {
            return known.answers();
        }
        // Started by a launcher that is gone, perhaps before it came to the schemas.
        MariaDbServer adopted = MariaDbServer.adopt(settings).orElse(null);
        if (adopted == null) {
            return false;
        }
        Databases.prepare(adopted, home.secrets());
        server.set(adopted);
        return true;
    }

    @Override
    public void stop() {
        process().ifPresent(process -> Stopping.stop(process, GRACE));
        Processes.pidFile(home, instance.key()).delete();
        server.set(null);
    }
}
