package cn.yiwang.localstack.archive;

import cn.yiwang.localstack.child.JvmCommand;
import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.process.Jvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JVM of the launcher itself and of its commands, small and quick; the script starts the commands in the same way. */
public final class LauncherJvm {

    private static final String MAIN_CLASS = "cn.yiwang.localstack.LocalStack";

    private LauncherJvm() {}

    public static List<String> watching(String java, Home home) {
        List<String> options = new ArrayList<>(List.of("-Dyiwang.instance=" + Plan.LAUNCHER, "-Xmx48m", "-Xss256k"));
        archive().filter(Files::exists).ifPresent(archive -> {
            options.add("-XX:SharedArchiveFile=" + archive);
            options.add(JvmCommand.NO_WORD_ABOUT_ARCHIVES);
        });
        return command(java, options, List.of("watch", "--home", home.path().toString()));
    }

    /** Looks at a platform in vain, and so loads what nearly every command needs. */
    static List<String> training(String java, Home home, Path draft) {
        return command(
                java,
                List.of("-XX:ArchiveClassesAtExit=" + draft, JvmCommand.NO_WORD_ABOUT_ARCHIVES),
                List.of("status", "--json", "--home", home.path().toString()));
    }

    /** Beside the jar that this JVM runs; there is none when it runs from classes, as tests do. */
    static Optional<Path> archive() {
        Path jar = Path.of(System.getProperty("java.class.path").split(":", 2)[0]);
        return jar.toString().endsWith("-exec.jar")
                ? Optional.of(jar.resolveSibling("launcher.jsa"))
                : Optional.empty();
    }

    private static List<String> command(String java, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Jvm.java(java));
        command.addAll(options);
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN_CLASS));
        command.addAll(arguments);
        return command;
    }
}
