package cn.yiwang.localservers;

import java.nio.file.Path;
import java.util.List;

/**
 * Where and how a MariaDB server runs.
 *
 * @param cacheDirectory where its binaries are unpacked, shared by all servers of a checkout
 * @param dataDirectory its data, made at the first start and kept
 * @param port on 127.0.0.1
 * @param bufferPoolMegabytes memory for pages of tables and indexes
 * @param options further options of the server, which win over the ones chosen here
 */
public record MariaDbSettings(
        Path cacheDirectory,
        Path dataDirectory,
        int port,
        int bufferPoolMegabytes,
        Path logFile,
        Path pidFile,
        Lifetime lifetime,
        List<String> options) {

    public MariaDbSettings {
        cacheDirectory = cacheDirectory.toAbsolutePath();
        dataDirectory = dataDirectory.toAbsolutePath();
        logFile = logFile.toAbsolutePath();
        pidFile = pidFile.toAbsolutePath();
        options = List.copyOf(options);
    }

    /** Everything below one folder ({@code mariadb/}, {@code mariadb.log}, {@code mariadb.pid}), a small buffer pool. */
    public static MariaDbSettings in(Path home, Path cacheDirectory, int port) {
        return new MariaDbSettings(
                cacheDirectory,
                home.resolve("mariadb"),
                port,
                64,
                home.resolve("mariadb.log"),
                home.resolve("mariadb.pid"),
                Lifetime.INDEPENDENT,
                List.of());
    }

    public MariaDbSettings withBufferPool(int megabytes) {
        return new MariaDbSettings(cacheDirectory, dataDirectory, port, megabytes, logFile, pidFile, lifetime, options);
    }

    public MariaDbSettings withLogFile(Path file) {
        return new MariaDbSettings(
                cacheDirectory, dataDirectory, port, bufferPoolMegabytes, file, pidFile, lifetime, options);
    }

    public MariaDbSettings withPidFile(Path file) {
        return new MariaDbSettings(
                cacheDirectory, dataDirectory, port, bufferPoolMegabytes, logFile, file, lifetime, options);
    }

    public MariaDbSettings withLifetime(Lifetime wanted) {
        return new MariaDbSettings(
                cacheDirectory, dataDirectory, port, bufferPoolMegabytes, logFile, pidFile, wanted, options);
    }

    public MariaDbSettings withOptions(List<String> wanted) {
        return new MariaDbSettings(
                cacheDirectory, dataDirectory, port, bufferPoolMegabytes, logFile, pidFile, lifetime, wanted);
    }
}
