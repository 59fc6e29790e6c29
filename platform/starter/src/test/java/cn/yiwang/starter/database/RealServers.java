package cn.yiwang.starter.database;

import cn.yiwang.localservers.KafkaBroker;
import cn.yiwang.localservers.KafkaSettings;
import cn.yiwang.localservers.Lifetime;
import cn.yiwang.localservers.MariaDbServer;
import cn.yiwang.localservers.MariaDbSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A real database and a real broker for the starter's tests, once per JVM, on free ports, gone with the JVM. */
public final class RealServers {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final Path CACHE = checkout().resolve(".yiwang").resolve("cache");

    private RealServers() {}

    /** A new schema with the starter's tables. */
    public static TestSchema schema() {
        EmptySchema empty = emptySchema();
        return new TestSchema(empty.url(), empty.user());
    }

    /** A new schema without any table, for a context that migrates by itself. */
    public static EmptySchema emptySchema() {
        String name = "starter_" + SCHEMAS.incrementAndGet();
        Database.SERVER.createSchemaAndUser(name, name, name);
        return new EmptySchema(Database.SERVER.url(name), name);
    }

    /** Where the schema is; its user is also the password. */
    public record EmptySchema(String url, String user) {}

    /** The addresses of the shared broker. */
    public static String bootstrapServers() {
        return Broker.SERVER.bootstrapServers();
    }

    /** Where to start a broker of a test's own; starting again with the same settings brings the same data back. */
    public static KafkaSettings brokerSettings() {
        return KafkaSettings.in(home("kafka-"), CACHE, freePort(), freePort()).withLifetime(Lifetime.BOUND_TO_THIS_JVM);
    }

    private static final class Database {
        static final MariaDbServer SERVER = MariaDbServer.start(
                MariaDbSettings.in(home("mariadb-"), CACHE, freePort()).withLifetime(Lifetime.BOUND_TO_THIS_JVM));
    }

    private static final class Broker {
        static final KafkaBroker SERVER = KafkaBroker.start(brokerSettings());
    }

    private static Path home(String prefix) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "test-servers"));
            return Files.createTempDirectory(parent, prefix).toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
