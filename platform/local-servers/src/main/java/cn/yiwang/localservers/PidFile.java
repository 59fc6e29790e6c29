package cn.yiwang.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process by its number and the instant at which it started, so that another process that got the
 * same number later is never taken for it.
 */
public record PidFile(Path path) {

    /** The start instant is computed from the boot time, which moves a little when the machine's clock is set. */
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(3);

    /** Writes the process down, replacing what was there. */
    public void write(ProcessHandle process) {
        var started = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Files.createDirectories(ServerProcess.parentOf(path));
            var draft = path.resolveSibling(path.getFileName() + ".new");
            Files.writeString(draft, process.pid() + " " + started + "\n");
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    /** The process written down, if it is still alive and still the same one. */
    public Optional<ProcessHandle> process() {
        String[] words;
        try {
            words = Files.exists(path) ? Files.readString(path).strip().split(" ", -1) : new String[0];
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
        if (words.length != 2 || !words[0].matches("\\d{1,10}")) {
            return Optional.empty();
        }
        var started = Instant.parse(words[1]);
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(instant -> Duration.between(started, instant).abs().compareTo(CLOCK_DRIFT) <= 0)
                        .orElse(false));
    }

    /** Forgets the process. */
    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
