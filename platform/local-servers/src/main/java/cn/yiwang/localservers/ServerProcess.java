package cn.yiwang.localservers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One server process: started in a session of its own, known by its pid file, stopped politely before firmly. */
final class ServerProcess {

    private static final Duration ASK_EVERY = Duration.ofMillis(40);

    /** Held here, since a guard that is garbage-collected would take its server along. */
    private static final Set<Process> GUARDS = ConcurrentHashMap.newKeySet();

    private final String name;
    private final ProcessHandle process;
    private final PidFile pidFile;
    private final ServerLog log;
    private final long logOffset;
    private final @Nullable Process guard;

    private ServerProcess(
            String name,
            ProcessHandle process,
            PidFile pidFile,
            ServerLog log,
            long logOffset,
            @Nullable Process guard) {
        this.name = name;
        this.process = process;
        this.pidFile = pidFile;
        this.log = log;
        this.logOffset = logOffset;
        this.guard = guard;
    }

    /** Starts the command; its own session keeps a Ctrl-C in the terminal of this JVM away from it. */
    static ServerProcess start(
            String name, List<String> command, Path directory, Path logFile, Path pidFile, Lifetime lifetime) {
        var pids = new PidFile(pidFile);
        pids.process().ifPresent(running -> {
            throw new ServerFailedException(
                    "%s already runs as process %d (%s)".formatted(name, running.pid(), pidFile));
        });
        var log = new ServerLog(logFile);
        var offset = log.length();
        try {
            Files.createDirectories(directory);
            Files.createDirectories(parentOf(logFile));
            var process = new ProcessBuilder(inOwnSession(command))
                    .directory(directory.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                    .start()
                    .toHandle();
            pids.write(process);
            var guard = lifetime == Lifetime.BOUND_TO_THIS_JVM ? guard(process) : null;
            return new ServerProcess(name, process, pids, log, offset, guard);
        } catch (IOException e) {
            throw new ServerFailedException("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /** The process that an earlier JVM started and that still runs. */
    static Optional<ServerProcess> adopt(String name, Path logFile, Path pidFile) {
        var pids = new PidFile(pidFile);
        var log = new ServerLog(logFile);
        return pids.process().map(process -> new ServerProcess(name, process, pids, log, log.length(), null));
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean hasLogged(String text) {
        return log.contains(text, logOffset);
    }

    /** Waits until the server answers; a server that dies or takes too long is a failure with its last words. */
    void awaitReady(Duration limit, BooleanSupplier ready) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (diesWithin(ASK_EVERY)) {
                pidFile.delete();
                throw new ServerFailedException(name + " died while starting:\n" + log.lastLines());
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw new ServerFailedException(
                        "%s was not ready after %d s:\n%s".formatted(name, limit.toSeconds(), log.lastLines()));
            }
        }
    }

    void stop(Duration limit) {
        process.destroy();
        if (!diesWithin(limit)) {
            process.destroyForcibly();
            awaitEnd();
        }
        forget();
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd();
        forget();
    }

    private void awaitEnd() {
        if (!diesWithin(Duration.ofSeconds(30))) {
            throw new ServerFailedException("process %d (%s) does not die".formatted(pid(), name));
        }
    }

    private void forget() {
        pidFile.delete();
        if (guard != null) {
            guard.destroyForcibly();
            GUARDS.remove(guard);
        }
    }

    private boolean diesWithin(Duration limit) {
        try {
            process.onExit().get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new ServerFailedException("cannot watch " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("interrupted while waiting for " + name, e);
        }
    }

    /**
     * A shell that reads from a pipe which only this JVM holds: the pipe closes when this JVM ends, whatever ended
     * it, and the server is killed at once. The kernel's parent-death signal would not do: it follows the thread.
     */
    private static Process guard(ProcessHandle server) throws IOException {
        var script = "read -r _; kill -KILL " + server.pid();
        var guard = new ProcessBuilder(inOwnSession(List.of("/bin/sh", "-c", script)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        GUARDS.add(guard);
        return guard;
    }

    private static List<String> inOwnSession(List<String> command) {
        var setsid = Path.of("/usr/bin/setsid");
        if (!Files.isExecutable(setsid)) {
            return command;
        }
        var all = new ArrayList<>(List.of(setsid.toString()));
        all.addAll(command);
        return List.copyOf(all);
    }

    /** Runs a command to its end, with text on its standard input; a failure carries its output. */
    static void run(String what, List<String> command, Path directory, String input) {
        try {
            var output = Files.createTempFile("yiwang-", ".log");
            try {
                var process = new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                try (var stdin = process.getOutputStream()) {
                    stdin.write(input.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    process.waitFor();
                    throw new ServerFailedException(what + " failed:\n" + new ServerLog(output).lastLines(), e);
                }
                if (process.waitFor() != 0) {
                    throw new ServerFailedException(what + " failed:\n" + new ServerLog(output).lastLines());
                }
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new ServerFailedException(what + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("interrupted: " + what, e);
        }
    }

    static Path parentOf(Path path) {
        var parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("not inside a folder: " + path);
        }
        return parent;
    }
}
