package cn.yiwang.localservers;

import java.nio.file.Path;
import java.util.List;

/**
 * Where and how a Kafka broker runs.
 *
 * @param cacheDirectory where its jars are unpacked, shared by all servers of a checkout
 * @param dataDirectory its logs, made at the first start and kept
 * @param port of its clients, on 127.0.0.1
 * @param controllerPort of its own metadata quorum, on 127.0.0.1
 * @param jvmOptions further options of its JVM, which win over the ones chosen here
 */
public record KafkaSettings(
        Path cacheDirectory,
        Path dataDirectory,
        int port,
        int controllerPort,
        int heapMegabytes,
        Path logFile,
        Path pidFile,
        Lifetime lifetime,
        List<String> jvmOptions) {

    public KafkaSettings {
        cacheDirectory = cacheDirectory.toAbsolutePath();
        dataDirectory = dataDirectory.toAbsolutePath();
        logFile = logFile.toAbsolutePath();
        pidFile = pidFile.toAbsolutePath();
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** Everything below one folder ({@code kafka/}, {@code kafka.log}, {@code kafka.pid}), a small heap. */
    public static KafkaSettings in(Path home, Path cacheDirectory, int port, int controllerPort) {
        return new KafkaSettings(
                cacheDirectory,
                home.resolve("kafka"),
                port,
                controllerPort,
                192,
                home.resolve("kafka.log"),
                home.resolve("kafka.pid"),
                Lifetime.INDEPENDENT,
                List.of("-XX:TieredStopAtLevel=1"));
    }

    public KafkaSettings withHeap(int megabytes) {
        return new KafkaSettings(
                cacheDirectory, dataDirectory, port, controllerPort, megabytes, logFile, pidFile, lifetime, jvmOptions);
    }

    public KafkaSettings withLogFile(Path file) {
        return new KafkaSettings(
                cacheDirectory,
                dataDirectory,
                port,
                controllerPort,
                heapMegabytes,
                file,
                pidFile,
                lifetime,
                jvmOptions);
    }

    public KafkaSettings withPidFile(Path file) {
        return new KafkaSettings(
                cacheDirectory,
                dataDirectory,
                port,
                controllerPort,
                heapMegabytes,
                logFile,
                file,
                lifetime,
                jvmOptions);
    }

    public KafkaSettings withLifetime(Lifetime wanted) {
        return new KafkaSettings(
                cacheDirectory,
                dataDirectory,
                port,
                controllerPort,
                heapMegabytes,
                logFile,
                pidFile,
                wanted,
                jvmOptions);
    }

    public KafkaSettings withJvmOptions(List<String> wanted) {
        return new KafkaSettings(
                cacheDirectory, dataDirectory, port, controllerPort, heapMegabytes, logFile, pidFile, lifetime, wanted);
    }
}
