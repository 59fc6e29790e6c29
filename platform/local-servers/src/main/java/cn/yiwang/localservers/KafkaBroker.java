package cn.yiwang.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A real Kafka broker on 127.0.0.1, one node that is its own controller, as a process of its own. */
public final class KafkaBroker implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);

    private final KafkaSettings settings;
    private final ServerProcess process;

    private KafkaBroker(KafkaSettings settings, ServerProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts the broker and waits until it serves clients. After a crash it recovers its logs first.
     *
     * @throws ServerFailedException when it cannot start, with its last log lines
     */
    public static KafkaBroker start(KafkaSettings settings) {
        var installation = KafkaInstallation.in(settings.cacheDirectory());
        var properties = settings.dataDirectory().resolve("server.properties");
        try {
            Files.createDirectories(settings.dataDirectory());
            Files.writeString(properties, properties(settings));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + properties, e);
        }
        if (!Files.exists(logs(settings).resolve("meta.properties"))) {
            format(installation, settings, properties);
        }
        var jvmOptions = new ArrayList<>(List.of("-Xms48m", "-Xmx" + settings.heapMegabytes() + "m"));
        jvmOptions.addAll(settings.jvmOptions());
        var process = ServerProcess.start(
                "Kafka",
                installation.command(jvmOptions, "kafka.Kafka", List.of(properties.toString())),
                settings.dataDirectory(),
                settings.logFile(),
                settings.pidFile(),
                settings.lifetime());
        process.awaitReady(READY_WITHIN, () -> process.hasLogged("Kafka Server started"));
        return new KafkaBroker(settings, process);
    }

    /** The broker that was started with the same settings by a JVM that is gone, if it still runs. */
    public static Optional<KafkaBroker> adopt(KafkaSettings settings) {
        return ServerProcess.adopt("Kafka", settings.logFile(), settings.pidFile())
                .map(process -> {
                    var broker = new KafkaBroker(settings, process);
                    process.awaitReady(READY_WITHIN, broker::answers);
                    return broker;
                });
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }

    public int port() {
        return settings.port();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether the broker's port takes a connection now. */
    public boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 2000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Stops the broker after it has written everything down. */
    public void stop() {
        process.stop(STOPPED_WITHIN);
    }

    @Override
    public void close() {
        stop();
    }

    private static void format(KafkaInstallation installation, KafkaSettings settings, Path properties) {
        var arguments =
                List.of("format", "--cluster-id", clusterId(), "--config", properties.toString(), "--ignore-formatted");
        ServerProcess.run(
                "making an empty broker",
                installation.command(
                        List.of("-Xmx96m", "-XX:TieredStopAtLevel=1"), "kafka.tools.StorageTool", arguments),
                settings.dataDirectory(),
                "");
    }

    private static Path logs(KafkaSettings settings) {
        return settings.dataDirectory().resolve("logs");
    }

    /** Kafka's own way to write a UUID: 22 characters of URL-safe base 64, the first of which is no dash. */
    private static String clusterId() {
        while (true) {
            var id = UUID.randomUUID();
            var bytes = ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array();
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            if (!text.startsWith("-")) {
                return text;
            }
        }
    }

    private static String properties(KafkaSettings settings) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=PLAINTEXT
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                log.dirs=%3$s
                # A topic is declared by its owner, and nothing that was published expires.
                auto.create.topics.enable=false
                log.retention.ms=-1
                num.partitions=6
                # One node is all the copies there are.
                default.replication.factor=1
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # Small: few threads, few partitions of its own, a cleaner that fits into the heap.
                offsets.topic.num.partitions=4
                transaction.state.log.num.partitions=4
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                log.cleaner.threads=1
                log.cleaner.dedupe.buffer.size=8388608
                log.cleaner.io.buffer.size=131072
                group.initial.rebalance.delay.ms=0
                # A broker that was killed is let in again as soon as its old session is over.
                broker.heartbeat.interval.ms=500
                broker.session.timeout.ms=4000
                """.formatted(
                settings.port(), settings.controllerPort(), logs(settings).toString());
    }
}
