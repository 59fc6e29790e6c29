package cn.yiwang.localstack.child;

import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.plan.Plan.Instance;
import java.io.IOException;
import java.util.Optional;

/** One process of the platform, started by this launcher or by one before it. */
public sealed interface Child permits JvmChild, DatabaseChild, BrokerChild {

    /** The child that the instance stands for, whether or not it lives. */
    static Child of(Home home, Plan plan, Instance instance, ServiceEnvironment environment) {
        return switch (instance.part()) {
            case MARIADB -> new DatabaseChild(home, plan, instance);
            case KAFKA -> new BrokerChild(home, plan, instance);
            case DISCOVERY, IDENTITY, CATALOG, APPLICATION, CERTIFICATE, COMPLAINT, EXCHANGE, GATEWAY ->
                new JvmChild(home, plan, instance, environment.of(instance));
        };
    }

    Instance instance();

    /** Starts the process, and writes its pid down before anything else can happen to it. */
    void start() throws IOException;

    /** The process, if it lives. */
    Optional<ProcessHandle> process();

    /** Whether it does its work now. */
    boolean answers();

    /** Asks it to end, and ends it if it does not. */
    void stop();
}
