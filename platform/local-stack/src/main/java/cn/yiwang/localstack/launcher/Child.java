package cn.yiwang.localstack.launcher;

import cn.yiwang.localstack.launcher.Plan.Instance;
import java.io.IOException;
import java.util.Optional;

/** One process of the platform, started by this launcher or by one before it. */
sealed interface Child permits JvmChild, DatabaseChild, BrokerChild {

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
