package cn.yiwang.benchmarks.search;

import cn.yiwang.benchmarks.Database;
import cn.yiwang.benchmarks.process.IssuerKey;
import cn.yiwang.benchmarks.process.ServiceProcess;
import cn.yiwang.localservers.KafkaBroker;
import cn.yiwang.localservers.KafkaSettings;
import cn.yiwang.localservers.Lifetime;
import cn.yiwang.localservers.MariaDbServer;
import cn.yiwang.localservers.MariaDbSettings;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/** A database, a broker and an issuer for instances of catalog-service alone; all gone when it is closed. */
final class CatalogHouse implements AutoCloseable {

    private static final String SCHEMA = "yiwang_catalog";
    private static final String HEAP = "512m";

    private final Path checkout;
    private final Path home;
    private final IssuerKey issuer = new IssuerKey();
    private final String password = secret();
    private final List<String> secrets = List.of(
            "--yiwang.confidential.current-key=k1",
            "--yiwang.confidential.keys.k1=" + secret(),
            "--yiwang.confidential.index-key=" + secret(),
            "--yiwang.audit.key=" + secret());
    private final MariaDbServer mariaDb;
    private final KafkaBroker kafka;
    private final HttpServer keys;

    CatalogHouse(Path checkout) throws IOException {
        this.checkout = checkout;
        this.home = checkout.resolve(".yiwang/bench/search");
        forget(home);
        Files.createDirectories(home);
        Path cache = checkout.resolve(".yiwang/cache");
        mariaDb = MariaDbServer.start(MariaDbSettings.in(home, cache, freePort())
                .withBufferPool(512)
                .withLifetime(Lifetime.BOUND_TO_THIS_JVM));
        mariaDb.createSchemaAndUser(SCHEMA, SCHEMA, password);
        kafka = KafkaBroker.start(
                KafkaSettings.in(home, cache, freePort(), freePort()).withLifetime(Lifetime.BOUND_TO_THIS_JVM));
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] jwkSet = issuer.jwkSet().getBytes(StandardCharsets.UTF_8);
        keys.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, jwkSet.length);
            exchange.getResponseBody().write(jwkSet);
            exchange.close();
        });
        keys.start();
    }

    IssuerKey issuer() {
        return issuer;
    }

    Database database() {
        return new Database(mariaDb.url(SCHEMA), SCHEMA, password);
    }

    /** Starts an instance and returns at once. */
    ServiceProcess start(String name) throws IOException {
        List<String> settings = new ArrayList<>(secrets);
        settings.addAll(List.of(
                "--spring.datasource.url=" + mariaDb.url(SCHEMA),
                "--spring.datasource.username=" + SCHEMA,
                "--spring.datasource.password=" + password,
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--spring.cloud.discovery.enabled=false",
                "--eureka.client.enabled=false",
                "--yiwang.security.issuers[0].uri=" + IssuerKey.ISSUER,
                "--yiwang.security.issuers[0].jwk-set-uri=http://127.0.0.1:"
                        + keys.getAddress().getPort() + "/keys",
                "--yiwang.public-base-url=https://yiwang.example",
                "--logging.level.root=warn",
                "--logging.level.cn.yiwang=info"));
        return ServiceProcess.start(
                HEAP,
                List.of(
                        "-jar",
                        checkout.resolve("catalog-service/target/catalog-service-0.1.0-SNAPSHOT-exec.jar")
                                .toString()),
                settings,
                home.resolve(name + ".log"));
    }

    @Override
    public void close() {
        keys.stop(0);
        kafka.close();
        mariaDb.close();
    }

    private static String secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes).replace('+', 'A').replace('/', 'B');
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void forget(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
