package cn.yiwang.localstack.plan;

import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.notice.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is to run. Commands write it, the launcher makes it true; it holds a foreign database's password, hence its mode.
 *
 * @param round grows with each command, so that a repeated {@code up} ends the launcher's patience with a failing child
 * @param java the JDK's home
 * @param instances in the order of their start; empty when everything is to stop
 */
public record Plan(
        int round, int portBase, Profile profile, String java, Environment environment, List<Instance> instances) {

    /** The process that watches over the instances goes by this key, and is none of them. */
    public static final String LAUNCHER = "launcher-1";

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One process to keep alive.
     *
     * @param application the folder of its unpacked jar; the database and the broker have none
     * @param stamp what it was started with: a change restarts it
     */
    public record Instance(
            Part part, int number, int port, @Nullable String application, String stamp) {

        public String key() {
            return part.id() + "-" + number;
        }

        public String address() {
            return switch (part) {
                case MARIADB -> "jdbc:mysql://127.0.0.1:" + port;
                case KAFKA -> "127.0.0.1:" + port;
                case DISCOVERY, IDENTITY, CATALOG, APPLICATION, CERTIFICATE, COMPLAINT, EXCHANGE, GATEWAY ->
                    "http://127.0.0.1:" + port;
            };
        }
    }

    public static Optional<Plan> read(Home home) {
        try {
            Path file = file(home);
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), Plan.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new LaunchException(
                    "%s is damaged or of another version: remove it, and what still runs by hand".formatted(file(home)),
                    e);
        }
    }

    public void write(Home home) {
        try {
            Path fresh = Files.createTempFile(
                    home.run(),
                    ".plan-",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
            Files.move(fresh, file(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the plan in " + home.run(), e);
        }
    }

    public Plan with(List<Instance> wanted) {
        return new Plan(round + 1, portBase, profile, java, environment, List.copyOf(wanted));
    }

    public int launcherPort() {
        return portBase + 6;
    }

    public String gateway() {
        return "http://127.0.0.1:" + (portBase + Part.GATEWAY.portOffset());
    }

    public String issuer() {
        return environment.issuer() != null
                ? environment.issuer()
                : "http://127.0.0.1:" + (portBase + Part.IDENTITY.portOffset());
    }

    public String registry() {
        return "http://127.0.0.1:" + (portBase + Part.DISCOVERY.portOffset()) + "/eureka/";
    }

    public String broker() {
        return environment.kafka() != null ? environment.kafka() : "127.0.0.1:" + (portBase + Part.KAFKA.portOffset());
    }

    private static Path file(Home home) {
        return home.run().resolve("plan.json");
    }
}
