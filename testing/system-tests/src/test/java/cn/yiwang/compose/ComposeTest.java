package cn.yiwang.compose;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.compose.ComposeFile.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeTest {

    private static final Path ROOT = root();
    private static final ComposeFile COMPOSE = ComposeFile.of(ROOT);

    /** What Spring Boot, Spring Cloud and the pools read by these names; each is documented by its project. */
    private static final Set<String> OF_SPRING = Set.of(
            "SERVER_PORT",
            "MANAGEMENT_SERVER_PORT",
            "SPRING_DATASOURCE_URL",
            "SPRING_DATASOURCE_USERNAME",
            "SPRING_DATASOURCE_PASSWORD",
            "SPRING_KAFKA_BOOTSTRAPSERVERS",
            "EUREKA_CLIENT_SERVICEURL_DEFAULTZONE",
            "EUREKA_INSTANCE_PREFERIPADDRESS");

    /** Broker settings of Kafka 4; the image turns {@code KAFKA_NODE_ID} into {@code node.id}. */
    private static final Set<String> OF_KAFKA = Set.of(
            "KAFKA_NODE_ID",
            "KAFKA_PROCESS_ROLES",
            "KAFKA_LISTENERS",
            "KAFKA_ADVERTISED_LISTENERS",
            "KAFKA_CONTROLLER_LISTENER_NAMES",
            "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
            "KAFKA_CONTROLLER_QUORUM_VOTERS",
            "KAFKA_LOG_DIRS",
            "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR",
            "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR",
            "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR",
            "KAFKA_AUTO_CREATE_TOPICS_ENABLE");

    private static final Set<String> OF_KEYCLOAK = Set.of(
            "KC_DB",
            "KC_DB_URL",
            "KC_DB_USERNAME",
            "KC_DB_PASSWORD",
            "KC_BOOTSTRAP_ADMIN_USERNAME",
            "KC_BOOTSTRAP_ADMIN_PASSWORD",
            "KC_HOSTNAME",
            "KC_HOSTNAME_BACKCHANNEL_DYNAMIC",
            "KC_HTTP_ENABLED",
            "KC_HEALTH_ENABLED");

    private static final Pattern ADDRESS = Pattern.compile("(?:://|^|,)([a-z][a-z-]*):(\\d{2,5})");
    private static final Pattern SECRET_NAME = Pattern.compile(".*(PASSWORD|SECRET|_KEY|INDEXKEY|_KEYS_\\w+)$");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{[A-Z_]+:\\?[^}]+}");

    static Stream<Service> services() {
        return COMPOSE.services().values().stream();
    }

    static Stream<Service> ownServices() {
        return services().filter(Service::isBuiltHere);
    }

    @Test
    void the_whole_platform_is_there() {
        assertThat(COMPOSE.services().keySet())
                .containsExactlyInAnyOrder(
                        "mysql",
                        "kafka",
                        "keycloak",
                        "discovery-server",
                        "gateway",
                        "catalog-service",
                        "application-service",
                        "certificate-service",
                        "complaint-service",
                        "data-exchange-service");
    }

    @ParameterizedTest
    @MethodSource("ownServices")
    void a_service_reads_every_variable_that_is_set_for_it(Service service) {
        Path module = ROOT.resolve(service.module()).resolve("src/main/java");
        boolean hasStarter = service.name().endsWith("-service");
        Path issuers = ROOT.resolve("platform/issuers/src/main/java");
        SourceSettings settings = new SourceSettings(
                hasStarter
                        ? List.of(module, issuers, ROOT.resolve("platform/starter/src/main/java"))
                        : List.of(module, issuers));

        assertThat(service.environment().keySet())
                .as("variables that %s does not read", service.name())
                .allMatch(variable -> OF_SPRING.contains(variable) || settings.reads(variable));
    }

    @Test
    void a_variable_that_nobody_reads_would_be_noticed() {
        SourceSettings settings = new SourceSettings(List.of(ROOT.resolve("platform/starter/src/main/java")));

        assertThat(settings.reads("YIWANG_SECURITY_ISSUERS_0_JWKSETURI")).isTrue();
        assertThat(settings.reads("YIWANG_CONFIDENTIAL_KEYS_K1")).isTrue();
        assertThat(settings.reads("YIWANG_SECURITY_ISSUERS_0_JWKURI")).isFalse();
        assertThat(settings.reads("YIWANG_SECURITY_ISSUERS_URI")).isFalse();
        assertThat(settings.reads("YIWANG_SECURITY")).isFalse();
        assertThat(settings.reads("YIWANG_AUDIT_KEY_X")).isFalse();
        assertThat(settings.reads("YIWANG_NOTHING")).isFalse();
    }

    @Test
    void the_foreign_images_get_only_settings_that_they_know() throws IOException {
        Set<String> mysql =
                new HashSet<>(variablesIn(ROOT.resolve("deploy/compose/mysql/10-schemas.sh"), "\\$\\{?([A-Z_]+)"));
        assertThat(mysql).contains("MYSQL_ROOT_PASSWORD");
        assertThat(environment("mysql").keySet()).isEqualTo(mysql);

        assertThat(OF_KAFKA).containsAll(environment("kafka").keySet());

        Set<String> keycloak = new HashSet<>(
                variablesIn(ROOT.resolve("deploy/compose/keycloak/yiwang-realm.json"), "\\$\\{([A-Z_]+)}"));
        keycloak.addAll(OF_KEYCLOAK);
        assertThat(environment("keycloak").keySet()).isEqualTo(keycloak);
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_address_leads_to_a_port_of_a_service_that_is_started_before(Service service) {
        service.environment().forEach((variable, value) -> {
            Matcher address = ADDRESS.matcher(value);
            while (address.find()) {
                String host = address.group(1);
                if (host.equals("localhost") || host.equals(service.name())) {
                    continue;
                }
                assertThat(COMPOSE.services())
                        .as("%s of %s", variable, service.name())
                        .containsKey(host);
                assertThat(COMPOSE.services().get(host).listensAt())
                        .as("port of %s in %s of %s", host, variable, service.name())
                        .contains(Integer.valueOf(address.group(2)));
                assertThat(service.dependsOn().containsKey(host))
                        .as("%s uses %s and does not wait for it", service.name(), host)
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_dependency_exists_and_is_waited_for_until_it_is_healthy(Service service) {
        service.dependsOn().forEach((name, condition) -> {
            assertThat(COMPOSE.services()).containsKey(String.valueOf(name));
            assertThat(ComposeFile.map(condition).get("condition")).isEqualTo("service_healthy");
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_service_has_a_health_check_at_a_port_of_its_own(Service service) {
        List<String> check = service.healthCheck();
        assertThat(check).as(service.name()).isNotEmpty();
        if (check.contains("healthy") || check.contains("/opt/yiwang/healthy")) {
            String port = check.stream()
                    .filter(word -> word.matches("\\d+"))
                    .findFirst()
                    .orElseThrow();
            assertThat(service.listensAt()).contains(Integer.valueOf(port));
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void published_ports_exist_and_are_bound_to_this_machine(Service service) {
        for (String port : service.ports()) {
            assertThat(port).startsWith("127.0.0.1:");
            assertThat(service.listensAt()).contains(Integer.valueOf(port.substring(port.lastIndexOf(':') + 1)));
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void volumes_are_declared_and_mounted_files_exist(Service service) {
        for (String volume : service.volumes()) {
            String source = volume.substring(0, volume.indexOf(':'));
            if (source.startsWith("./")) {
                assertThat(ROOT.resolve(source)).exists();
            } else {
                assertThat(COMPOSE.volumes()).contains(source);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void images_are_pinned_to_a_complete_version(Service service) {
        assertThat(service.image()).matches(".+:\\d+\\.\\d+\\.\\d+$");
        if (service.isBuiltHere()) {
            assertThat(ROOT.resolve(service.module()).resolve("pom.xml"))
                    .content()
                    .contains("spring-boot-maven-plugin");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_secret_is_a_required_variable_and_nothing_else(Service service) {
        service.environment().forEach((variable, value) -> {
            if (SECRET_NAME.matcher(variable).matches() && !variable.endsWith("CURRENTKEY")) {
                assertThat(value).as("%s of %s", variable, service.name()).matches(REQUIRED);
            }
        });
    }

    @Test
    void each_service_has_its_own_database_user_keys_and_client() {
        for (String variable : List.of(
                "SPRING_DATASOURCE_USERNAME",
                "SPRING_DATASOURCE_PASSWORD",
                "SPRING_DATASOURCE_URL",
                "YIWANG_SECURITY_CLIENT_SECRET",
                "YIWANG_CONFIDENTIAL_KEYS_K1",
                "YIWANG_CONFIDENTIAL_INDEXKEY",
                "YIWANG_AUDIT_KEY")) {
            List<String> values = ownServices()
                    .filter(service -> service.name().endsWith("-service"))
                    .map(service -> String.valueOf(service.environment().get(variable)))
                    .toList();
            assertThat(values).as(variable).doesNotHaveDuplicates().doesNotContain("null");
        }
        assertThat(environment("application-service").get("YIWANG_CERTIFICATEREQUESTS_KEYS_K1"))
                .isEqualTo(environment("certificate-service").get("YIWANG_CERTIFICATEREQUESTS_KEYS_K1"));
    }

    @Test
    void the_script_generates_every_required_variable_once_and_keeps_what_is_there() throws Exception {
        Path file = Files.createTempDirectory("yiwang-compose").resolve("env");
        run(file);
        List<String> first = Files.readAllLines(file);
        run(file);

        assertThat(Files.readAllLines(file)).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        Set<String> generated = new TreeSet<>();
        Set<String> secrets = new HashSet<>();
        for (String line : first) {
            generated.add(line.substring(0, line.indexOf('=')));
            assertThat(line.substring(line.indexOf('=') + 1)).hasSizeGreaterThanOrEqualTo(32);
            secrets.add(line.substring(line.indexOf('=') + 1));
        }
        assertThat(secrets).hasSameSizeAs(generated);
        Set<String> required = new TreeSet<>();
        COMPOSE.variables().forEach((name, treatment) -> {
            assertThat(treatment)
                    .as("%s is either required or has a harmless default", name)
                    .isNotEmpty();
            if (treatment.equals(":?")) {
                required.add(name);
            }
        });
        assertThat(generated).isEqualTo(required);
    }

    @Test
    void the_images_are_built_from_pinned_bases_and_run_without_privileges() throws IOException {
        List<String> dockerfile = Files.readAllLines(ROOT.resolve("Dockerfile"));

        assertThat(dockerfile.stream().filter(line -> line.startsWith("FROM ")).toList())
                .isNotEmpty()
                .allMatch(line -> line.matches("FROM eclipse-temurin:25[\\d._]+-(jdk|jre)-\\w+( AS \\w+)?"));
        assertThat(dockerfile).contains("USER 10001:10001");
        ownServices().forEach(service -> assertThat(service.definition().get("read_only"))
                .isEqualTo(true));
    }

    private static Map<String, String> environment(String service) {
        Service found = COMPOSE.services().get(service);
        assertThat(found).as(service).isNotNull();
        return found.environment();
    }

    private static Set<String> variablesIn(Path file, String pattern) throws IOException {
        Set<String> names = new HashSet<>();
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    private static void run(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "deploy/compose/make-secrets.sh", file.toString())
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
