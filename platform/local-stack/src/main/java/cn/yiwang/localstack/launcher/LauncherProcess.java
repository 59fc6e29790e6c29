package cn.yiwang.localstack.launcher;

import cn.yiwang.localstack.archive.LauncherJvm;
import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.notice.Progress;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.process.Jvm;
import cn.yiwang.localstack.process.Processes;
import cn.yiwang.localstack.process.Stopping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The launcher as seen by a command: started when it is not there, replaced when it is of an older build. */
final class LauncherProcess {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private LauncherProcess() {}

    static void ensure(Home home, Plan plan, Progress progress) {
        String stamp = String.join(
                " ", System.getProperty("java.class.path"), plan.java(), Integer.toString(plan.launcherPort()));
        Path stampFile = home.run().resolve(Plan.LAUNCHER + ".stamp");
        try {
            Optional<ProcessHandle> present = Processes.find(home, Plan.LAUNCHER);
            if (present.isPresent()) {
                if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
                    return;
                }
                // Its children go on, the next one adopts them.
                Stopping.stop(present.get(), GRACE);
            }
            ProcessHandle launcher = Jvm.start(
                    LauncherJvm.watching(plan.java(), home),
                    Map.of("YIWANG_CHECKOUT", home.checkout().toString()),
                    home.path(),
                    home.log(Plan.LAUNCHER));
            Processes.pidFile(home, Plan.LAUNCHER).write(launcher);
            Files.writeString(stampFile, stamp);
            progress.says("launcher started, pid " + launcher.pid());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the launcher in " + home.path(), e);
        }
    }
}
