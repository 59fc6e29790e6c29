package cn.yiwang.benchmarks;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A platform of the benchmark's own: own ports, own data, the JVM options of production. It is started and stopped by the
 * same script that people use.
 */
final class Instance {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** The launcher takes its ports from a block of this size. */
    private static final int BLOCK = 40;

    /** One client must be allowed what many citizens together would send. */
    private static final Map<String, String> NO_QUOTA = Map.of(
            "YIWANG_GATEWAY_QUOTA_AUTHENTICATED_BURST", "100000000",
            "YIWANG_GATEWAY_QUOTA_AUTHENTICATED_PERMINUTE", "100000000",
            "YIWANG_GATEWAY_QUOTA_ANONYMOUS_BURST", "100000000",
            "YIWANG_GATEWAY_QUOTA_ANONYMOUS_PERMINUTE", "100000000");

    private final Path checkout;
    private final Path home;
    private final int portBase;
    private JsonNode status = JSON.createArrayNode();

    Instance(Path checkout) {
        this.checkout = checkout;
        this.home = checkout.resolve(".yiwang/bench");
        this.portBase = freeBlock();
    }

    void up() throws IOException, InterruptedException {
        status = JSON.readTree(run(
                "up",
                "--fresh",
                "--json",
                "--home",
                home.toString(),
                "--port-base",
                Integer.toString(portBase),
                "--profile",
                "bench"));
    }

    void down() throws IOException, InterruptedException {
        run("down", "--home", home.toString());
    }

    String token(String name) throws IOException, InterruptedException {
        return run("token", name, "--home", home.toString()).strip();
    }

    URI gateway() {
        return URI.create(address("gateway"));
    }

    String broker() {
        return address("kafka");
    }

    /** Connects as the given service does; its user reaches its own schema only. */
    Database database(String schema) throws IOException {
        Properties passwords = new Properties();
        passwords.load(new StringReader(Files.readString(home.resolve("secrets/databases.properties"))));
        String password = passwords.getProperty(schema);
        if (password == null) {
            throw new IllegalStateException("the launcher keeps no password for " + schema);
        }
        return new Database(
                address("mariadb") + "/" + schema
                        + "?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC&cachePrepStmts=true"
                        + "&useServerPrepStmts=true&useLocalSessionState=true&cacheServerConfiguration=true",
                schema,
                password);
    }

    private String address(String name) {
        for (JsonNode row : status) {
            if (row.path("name").asString().equals(name)) {
                return row.path("address").asString();
            }
        }
        throw new IllegalStateException("the launcher started no " + name);
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(checkout.resolve("yiwang").toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(checkout.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(NO_QUOTA);
        // The script that called us has built what there is to build.
        builder.environment().put("YIWANG_BUILD", "never");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException(
                    "./yiwang " + arguments[0] + " ended with " + code + "; logs are in " + home.resolve("logs"));
        }
        return output;
    }

    private static int freeBlock() {
        RandomGenerator random = RandomGenerator.getDefault();
        for (int attempt = 0; attempt < 50; attempt++) {
            int base = 20_000 + random.nextInt(250) * BLOCK;
            if (isFree(base)) {
                return base;
            }
        }
        throw new IllegalStateException("found no " + BLOCK + " free ports in a row");
    }

    private static boolean isFree(int base) {
        for (int port = base; port < base + BLOCK; port++) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (BindException e) {
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return true;
    }
}
