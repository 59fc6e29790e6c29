package cn.yiwang.localservers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The unpacked jars of Kafka, and how they make an empty log directory. */
record KafkaInstallation(Path libraries, List<String> names) {

    private static final String PREFIX = "kafka-libs/";

    private static final String INDEX = PREFIX + "index.txt";

    static KafkaInstallation in(Path cacheDirectory) {
        var names = packed();
        var broker = names.stream()
                .filter(name -> name.startsWith("kafka_"))
                .findFirst()
                .orElseThrow(() -> new ServerFailedException("no broker among the packed jars: " + names));
        var version = broker.substring(0, broker.length() - ".jar".length());
        // The hash tells builds apart in which the broker is the same and a library below it is not.
        var folder = "%s-%08x".formatted(version, names.hashCode());
        var libraries = new BinaryCache(cacheDirectory)
                .folder(folder, draft -> BinaryCache.unpack(PREFIX, "index.txt", name -> name.endsWith(".jar"), draft));
        return new KafkaInstallation(libraries, names);
    }

    private static List<String> packed() {
        try (var index = BinaryCache.class.getClassLoader().getResourceAsStream(INDEX)) {
            if (index == null) {
                throw new ServerFailedException("not on the class path: " + INDEX);
            }
            var text = new String(index.readAllBytes(), StandardCharsets.UTF_8).strip();
            return Arrays.stream(text.split("\\|", -1))
                    .map(path -> path.substring(PREFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command that runs a class of Kafka in a JVM of its own. */
    List<String> command(List<String> jvmOptions, String mainClass, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-Djava.awt.headless=true",
                "-Dorg.slf4j.simpleLogger.logFile=System.out",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSX",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info"));
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(names.stream()
                .map(name -> libraries.resolve(name).toString())
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(mainClass);
        command.addAll(arguments);
        return List.copyOf(command);
    }
}
