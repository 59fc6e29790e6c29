package cn.yiwang.localstack.process;

import cn.yiwang.localstack.home.LogTail;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a JVM that outlives this one and is not reached by a Ctrl-C in its terminal. */
public final class Jvm {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private Jvm() {}

    /** The java command of the JDK that runs this. */
    public static String current() {
        return java(System.getProperty("java.home"));
    }

    public static String java(String home) {
        return Path.of(home, "bin", "java").toString();
    }

    public static ProcessHandle start(List<String> command, Map<String, String> environment, Path directory, Path log)
            throws IOException {
        List<String> detached = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            detached.add(SETSID.toString());
        }
        detached.addAll(command);
        new LogTail(log).rotate();
        ProcessBuilder builder = new ProcessBuilder(detached)
                .directory(directory.toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start().toHandle();
    }
}
