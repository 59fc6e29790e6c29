package cn.yiwang.localstack.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.notice.LaunchException;
import cn.yiwang.localstack.plan.Plan.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

    private static final int BASE = 41_000;

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void makeHome() {
        home = new Home(folder, folder.resolve("home"));
        home.create();
    }

    @Test
    void a_plan_is_read_back_as_it_was_written_and_only_its_owner_may_read_it() throws IOException {
        Plan plan = plan(Map.of("YIWANG_SECOND_ISSUER_URI", "https://issuer.example"));
        plan.write(home);

        assertThat(Plan.read(home)).contains(plan);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.run().resolve("plan.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void no_two_parts_want_the_same_port() {
        List<Integer> offsets = new ArrayList<>(
                Arrays.stream(Part.values()).map(Part::portOffset).toList());
        offsets.add(Part.KAFKA.portOffset() + 1);
        offsets.add(plan(Map.of()).launcherPort() - BASE);

        assertThat(new HashSet<>(offsets)).hasSameSizeAs(offsets);
    }

    @Test
    void a_further_instance_gets_a_number_and_a_port_of_its_own() {
        Plan scaled = new Planner(home).scale(plan(Map.of()), Part.GATEWAY, 3, line -> {});
        List<Instance> gateways = scaled.instances().stream()
                .filter(instance -> instance.part() == Part.GATEWAY)
                .toList();

        assertThat(gateways).extracting(Instance::number).containsExactly(1, 2, 3);
        assertThat(gateways).extracting(Instance::port).doesNotHaveDuplicates();
        assertThat(new Planner(home).scale(scaled, Part.GATEWAY, 1, line -> {}).instances())
                .extracting(Instance::key)
                .containsExactly("gateway-1");
    }

    @Test
    void what_keeps_state_of_its_own_does_not_scale() {
        assertThatThrownBy(() -> new Planner(home).scale(plan(Map.of()), Part.MARIADB, 2, line -> {}))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("mariadb runs once");
        assertThatThrownBy(() -> new Planner(home).scale(plan(Map.of()), Part.CATALOG, 0, line -> {}))
                .isInstanceOf(LaunchException.class);
    }

    @Test
    void an_existing_server_replaces_the_embedded_one() {
        Environment environment = Environment.of(Map.of(
                "YIWANG_MYSQL_URL", "jdbc:mysql://db.example:3306",
                "YIWANG_MYSQL_USER", "yiwang",
                "YIWANG_MYSQL_PASSWORD", "a-password",
                "YIWANG_KAFKA_BOOTSTRAP_SERVERS", "broker.example:9092"));

        assertThat(environment.replaces(Part.MARIADB)).isTrue();
        assertThat(environment.replaces(Part.KAFKA)).isTrue();
        assertThat(environment.replaces(Part.IDENTITY)).isFalse();
        assertThatThrownBy(() -> Environment.of(Map.of("YIWANG_MYSQL_URL", "jdbc:mysql://db.example:3306")))
                .hasMessageContaining("YIWANG_MYSQL_USER");
    }

    private Plan plan(Map<String, String> variables) {
        prepareJar("gateway");
        Instance gateway = new Instance(Part.GATEWAY, 1, BASE, "/somewhere", "stamp");
        return new Plan(1, BASE, Profile.LOCAL, "/jdk", Environment.of(variables), List.of(gateway));
    }

    /** An unpacked build, so that planning has nothing to unpack. */
    private void prepareJar(String module) {
        try {
            Path target = Files.createDirectories(folder.resolve(module).resolve("target"));
            Path jar = target.resolve(module + "-exec.jar");
            if (!Files.exists(jar)) {
                try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
                    zip.putNextEntry(new ZipEntry("empty"));
                    zip.closeEntry();
                }
            }
            Files.createDirectories(home.cache().resolve("apps/" + module + "-" + Applications.fingerprint(jar)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
