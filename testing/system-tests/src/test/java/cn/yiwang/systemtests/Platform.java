package cn.yiwang.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.testsupport.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real platform, started once for all tests of this module through its own launcher, with a folder and ports of its own. It also
 * trusts the issuer of the test support, so that a test can be anybody.
 */
final class Platform {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int PORTS = 40;

    private final Path home;
    private final int portBase;

    private Platform(Path home, int portBase) {
        this.home = home;
        this.portBase = portBase;
    }

    static Platform running() {
        return Holder.PLATFORM;
    }

    String gateway() {
        return instances("gateway").getFirst().address();
    }

    String broker() {
        return instances("kafka").getFirst().address();
    }

    /** What {@code status --json} tells. */
    List<Instance> status() {
        var output = run(Duration.ofSeconds(60), "status", "--json");
        return List.of(JSON.readValue(output, Instance[].class));
    }

    List<Instance> instances(String name) {
        var found = cachedStatus().stream()
                .filter(instance -> instance.name().equals(name))
                .toList();
        assertThat(found).as("instances of %s", name).isNotEmpty();
        return found;
    }

    /** On a busy machine the platform may need longer than {@code up} has patience; asking again goes on waiting. */
    void up() {
        Awaitility.await("a healthy platform")
                .atMost(Duration.ofMinutes(12))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> run(Duration.ofMinutes(5), "up"));
        known = status();
        assertThat(known).as("everything is healthy after up").allMatch(Instance::healthy);
    }

    void scale(String service, int count) {
        run(Duration.ofMinutes(3), "scale", service, Integer.toString(count));
        known = status();
    }

    /** Kills every instance of a service as it runs now. */
    void kill(String name) {
        known = status();
        instances(name).forEach(this::kill);
    }

    /** As the out-of-memory killer or a power cut would: without a word. */
    void kill(Instance instance) {
        Optional.ofNullable(instance.pid()).flatMap(ProcessHandle::of).ifPresent(process -> {
            process.destroyForcibly();
            Awaitility.await("death of " + instance)
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !process.isAlive());
        });
    }

    /** Addresses do not change while the platform lives, so the launcher need not be asked each time. */
    private List<Instance> cachedStatus() {
        return known;
    }

    private volatile List<Instance> known = List.of();

    private static Platform start() {
        var root = checkout();
        assertThat(root.resolve("gateway/target/gateway-0.1.0-SNAPSHOT-exec.jar"))
                .as("built by ./mvnw package before this module")
                .exists();
        var home = root.resolve(".yiwang/system-tests");
        var platform = new Platform(home, freePortBase());
        platform.removeLeftovers();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> platform.run(Duration.ofMinutes(1), "down"), "platform-down"));
        // As after every build by the script: what is started again and again by the faults starts in half the time.
        platform.run(Duration.ofMinutes(6), "prepare");
        platform.up();
        return platform;
    }

    /** A build that was killed may have left its platform running; the folder outlives {@code clean} to be found again. */
    private void removeLeftovers() {
        try {
            if (Files.exists(home)) {
                run(Duration.ofMinutes(1), "down");
                try (var files = Files.walk(home)) {
                    for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(Duration limit, String command, String... arguments) {
        var line = new ArrayList<>(List.of(checkout().resolve("yiwang").toString(), command));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--home", home.toString()));
        if (command.equals("up")) {
            line.addAll(List.of("--port-base", Integer.toString(portBase)));
        }
        try {
            var output = Files.createTempFile("platform-", ".out");
            var errors = Files.createTempFile("platform-", ".err");
            var builder = new ProcessBuilder(line)
                    .directory(checkout().toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            // The build that runs these tests is the one to test.
            builder.environment().put("YIWANG_BUILD", "never");
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("YIWANG_SECOND_ISSUER_URI", Tokens.issuer());
            builder.environment().put("YIWANG_SECOND_ISSUER_JWK_SET_URI", Tokens.jwkSetUri());
            // The partner of the tests listens on this machine.
            builder.environment().put("YIWANG_EXCHANGE_WEBHOOK_ALLOWLOOPBACK", "true");
            // One machine plays all clients: what a single address may do is the gateway's own test.
            builder.environment().put("YIWANG_GATEWAY_QUOTA_ANONYMOUS_BURST", "100000");
            builder.environment().put("YIWANG_GATEWAY_QUOTA_ANONYMOUS_PERMINUTE", "100000");
            var process = builder.start();
            var ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            var text = Files.readString(output, StandardCharsets.UTF_8);
            var complaint = Files.readString(errors, StandardCharsets.UTF_8);
            if (!ended) {
                process.destroyForcibly();
            }
            assertThat(ended)
                    .as("%s within %s:%n%s%n%s", line, limit, text, complaint)
                    .isTrue();
            assertThat(process.exitValue())
                    .as("%s:%n%s%n%s", line, text, complaint)
                    .isZero();
            Files.delete(output);
            Files.delete(errors);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Path checkout() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static int freePortBase() {
        return ThreadLocalRandom.current()
                .ints(200, 20_000, 31_000)
                .filter(base -> IntStream.range(base, base + PORTS).allMatch(Platform::isFree))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + PORTS + " free ports in a row"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** One process of the platform; it has no number while it is dead. */
    record Instance(String name, int instance, @Nullable Long pid, String address, boolean healthy) {}

    /** Started when the first test asks. */
    private static final class Holder {

        private static final Platform PLATFORM = start();
    }
}
