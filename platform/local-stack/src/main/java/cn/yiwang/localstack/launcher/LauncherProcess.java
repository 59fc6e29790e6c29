package cn.yiwang.localstack.launcher;

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
        Path stampFile = home.run().resolve(Launcher.KEY + ".stamp");
        try {
            Optional<ProcessHandle> present = Processes.find(home, Launcher.KEY);
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
                    home.log(Launcher.KEY));
            Processes.pidFile(home, Launcher.KEY).write(launcher);
            Files.writeString(stampFile, stamp);
            progress.says("launcher started, pid " + launcher.pid());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the launcher in " + home.path(), e);
        }
    }
}
