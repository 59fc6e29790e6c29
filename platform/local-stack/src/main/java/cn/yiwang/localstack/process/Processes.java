package cn.yiwang.localstack.process;

import cn.yiwang.localservers.PidFile;
import cn.yiwang.localstack.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The living processes of a home, as its pid files tell. */
public final class Processes {

    private Processes() {}

    public static PidFile pidFile(Home home, String key) {
        return new PidFile(home.run().resolve(key + ".pid"));
    }

    /** The process of that key, if it lives. */
    public static Optional<ProcessHandle> find(Home home, String key) {
        return pidFile(home, key).process().filter(process -> !isDefunct(process.pid()));
    }

    /** Whether the process has ended and only waits to be collected by a parent that does not care. */
    static boolean isDefunct(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The state follows the command name, which stands in parentheses and may itself hold some.
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }

    public static String describe(ProcessHandle process) {
        String command =
                process.info().commandLine().or(() -> process.info().command()).orElse("of another user");
        return "pid " + process.pid() + " (" + (command.length() > 120 ? command.substring(0, 120) + "…" : command)
                + ")";
    }
}
