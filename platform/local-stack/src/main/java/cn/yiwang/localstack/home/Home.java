package cn.yiwang.localstack.home;

import cn.yiwang.localstack.secrets.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which one platform keeps what it owns.
 *
 * @param checkout the sources whose built jars are run
 * @param path the folder
 */
public record Home(Path checkout, Path path) {

    private static final String LOG = ".log";

    public Home {
        checkout = checkout.toAbsolutePath().normalize();
        path = path.toAbsolutePath().normalize();
    }

    public Path data() {
        return path.resolve("data");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path log(String key) {
        return logs().resolve(key + LOG);
    }

    /** The logs of all that has run, one for each key. */
    public List<Path> allLogs() {
        try (Stream<Path> files = Files.list(logs())) {
            return files.filter(file -> file.toString().endsWith(LOG)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + logs(), e);
        }
    }

    public static String keyOf(Path log) {
        String name = String.valueOf(log.getFileName());
        return name.substring(0, name.length() - LOG.length());
    }

    /** Pid files, the plan and locks. */
    public Path run() {
        return path.resolve("run");
    }

    public Secrets secrets() {
        return Secrets.in(path.resolve("secrets"));
    }

    /** Unpacked binaries and jars, which several platforms of one checkout share. */
    public Path cache() {
        return checkout.resolve(".yiwang/cache");
    }

    public void create() {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            for (Path folder : new Path[] {data(), logs(), run(), cache()}) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + path, e);
        }
    }

    public static Path parentOf(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("not inside a folder: " + path);
        }
        return parent;
    }

    public boolean exists() {
        return Files.isDirectory(run());
    }
}
