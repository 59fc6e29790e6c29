package cn.yiwang.localstack.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is to run. Commands write it, the launcher makes it true; it holds a foreign database's password, hence its mode.
 *
 * @param round grows with each command, so that a repeated {@code up} ends the launcher's patience with a failing child
 * @param java the JDK's home
 * @param instances in the order of their start; empty when everything is to stop
 */
record Plan(int round, int portBase, Profile profile, String java, Environment environment, List<Instance> instances) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One process to keep alive.
     *
     * @param application the folder of its unpacked jar; the database and the broker have none
     * @param stamp what it was started with: a change restarts it
     */
    record Instance(
            Part part, int number, int port, @Nullable String application, String stamp) {

        String key() {
            return part.id() + "-" + number;
        }

        String address() {
            return switch (part) {
                case MARIADB -> "jdbc:mysql://127.0.0.1:" + port;
                case KAFKA -> "127.0.0.1:" + port;
                case DISCOVERY, IDENTITY, CATALOG, APPLICATION, CERTIFICATE, COMPLAINT, EXCHANGE, GATEWAY ->
                    "http://127.0.0.1:" + port;
            };
        }
    }

    static Optional<Plan> read(Home home) {
        try {
            Path file = file(home);
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), Plan.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Home home) {
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

    Plan with(List<Instance> wanted) {
        return new Plan(round + 1, portBase, profile, java, environment, List.copyOf(wanted));
    }

    int launcherPort() {
        return portBase + 6;
    }

    String gateway() {
        return "http://127.0.0.1:" + (portBase + Part.GATEWAY.portOffset());
    }

    String issuer() {
        return environment.issuer() != null
                ? environment.issuer()
                : "http://127.0.0.1:" + (portBase + Part.IDENTITY.portOffset());
    }

    String registry() {
        return "http://127.0.0.1:" + (portBase + Part.DISCOVERY.portOffset()) + "/eureka/";
    }

    String broker() {
        return environment.kafka() != null ? environment.kafka() : "127.0.0.1:" + (portBase + Part.KAFKA.portOffset());
    }

    private static Path file(Home home) {
        return home.run().resolve("plan.json");
    }
}
