package cn.yiwang.localstack.archive;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * One run of a program that leaves an archive of the classes it has loaded.
 *
 * @param archive where the archive is to be; it is whole or not there
 * @param command the command line that writes the archive to the given file
 * @param directory the directory in which the program runs
 */
record Training(
        String name,
        Path archive,
        Function<Path, List<String>> command,
        Map<String, String> environment,
        Path directory,
        Path log) {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    boolean isDone() {
        return Files.exists(archive);
    }

    /** False when the program failed; its log tells why. */
    boolean run() throws IOException, InterruptedException {
        Path draft = archive.resolveSibling(
                archive.getFileName() + ".draft-" + ProcessHandle.current().pid());
        // In the session of whoever builds: a Ctrl-C there ends this as well.
        ProcessBuilder builder = new ProcessBuilder(command.apply(draft))
                .directory(directory.toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0 || !Files.exists(draft)) {
                return false;
            }
            Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(draft);
        }
    }
}
