package cn.yiwang.testsupport;

import cn.yiwang.localservers.KafkaBroker;
import cn.yiwang.localservers.KafkaSettings;
import cn.yiwang.localservers.Lifetime;
import cn.yiwang.localservers.MariaDbServer;
import cn.yiwang.localservers.MariaDbSettings;
import cn.yiwang.localservers.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/**
 * The database and the broker of this test JVM: started at the first use, on free ports, with data below {@code target/}, and gone
 * with the JVM. A test that needs them without Spring asks here.
 */
public final class TestServers {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static final Path HOME = home();

    private TestServers() {}

    /** The database, started if it does not run yet. */
    public static MariaDbServer database() {
        return Started.database();
    }

    /** The broker, started if it does not run yet. */
    public static KafkaBroker broker() {
        return Started.broker();
    }

    /** An empty schema with a user of its own. */
    public static TestSchema freshSchema() {
        var name = "test_" + SCHEMAS.incrementAndGet();
        database().createSchemaAndUser(name, name, name);
        return new TestSchema(database().url(name), name, name);
    }

    /** A folder for files, new at each call and gone with the JVM. */
    public static Path freshFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(HOME), "files-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How to reach a schema. */
    public record TestSchema(String url, String user, String password) {}

    /** The servers run as long as this class is loaded: both start side by side, because each waits a good while. */
    private static final class Started {

        private static final CompletableFuture<MariaDbServer> DATABASE =
                CompletableFuture.supplyAsync(Started::startDatabase, Started::inThread);

        private static final CompletableFuture<KafkaBroker> BROKER =
                CompletableFuture.supplyAsync(Started::startBroker, Started::inThread);

        static MariaDbServer database() {
            return join(DATABASE);
        }

        static KafkaBroker broker() {
            return join(BROKER);
        }

        private static MariaDbServer startDatabase() {
            // What a test commits need not survive a power cut; surviving kill -9 is enough and saves a flush each.
            return MariaDbServer.start(MariaDbSettings.in(HOME, Checkout.cache(), freePort())
                    .withBufferPool(48)
                    .withOptions(List.of("--innodb-flush-log-at-trx-commit=2"))
                    .withLifetime(Lifetime.BOUND_TO_THIS_JVM));
        }

        private static KafkaBroker startBroker() {
            return KafkaBroker.start(KafkaSettings.in(HOME, Checkout.cache(), freePort(), freePort())
                    .withLifetime(Lifetime.BOUND_TO_THIS_JVM));
        }

        private static void inThread(Runnable work) {
            Thread.ofPlatform().daemon().name("test-servers").start(work);
        }

        private static <T> T join(CompletableFuture<T> server) {
            try {
                return server.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }
    }

    private static Path home() {
        var parent = Path.of("target", "test-servers").toAbsolutePath();
        var home = parent.resolve(Long.toString(ProcessHandle.current().pid()));
        try {
            Files.createDirectories(parent);
            try (var folders = Files.list(parent)) {
                folders.filter(TestServers::isOver).forEach(TestServers::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(home), "stop-test-servers"));
        return home;
    }

    /** Whether the JVM that made the folder is gone; its servers went with it. */
    private static boolean isOver(Path folder) {
        var name = folder.getFileName().toString();
        return !name.matches("\\d{1,10}")
                || Long.parseLong(name) == ProcessHandle.current().pid()
                || ProcessHandle.of(Long.parseLong(name)).isEmpty();
    }

    private static void stop(Path home) {
        for (var pidFile : List.of("mariadb.pid", "kafka.pid")) {
            new PidFile(home.resolve(pidFile)).process().ifPresent(server -> {
                server.destroyForcibly();
                server.onExit().join();
            });
        }
        delete(home);
    }

    private static void delete(Path folder) {
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
