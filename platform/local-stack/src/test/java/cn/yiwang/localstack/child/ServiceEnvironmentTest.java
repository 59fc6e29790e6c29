package cn.yiwang.localstack.child;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.plan.Environment;
import cn.yiwang.localstack.plan.Part;
import cn.yiwang.localstack.plan.Plan;
import cn.yiwang.localstack.plan.Plan.Instance;
import cn.yiwang.localstack.plan.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

    private static final int BASE = 41_000;

    @TempDir
    Path folder;

    @Test
    void each_service_gets_keys_of_its_own_and_no_secret_of_another() {
        Map<String, String> catalog = environmentOf(Part.CATALOG);
        Map<String, String> application = environmentOf(Part.APPLICATION);
        Map<String, String> certificate = environmentOf(Part.CERTIFICATE);
        Map<String, String> gateway = environmentOf(Part.GATEWAY);

        for (String secret : List.of(
                "SPRING_DATASOURCE_PASSWORD",
                "YIWANG_AUDIT_KEY",
                "YIWANG_CONFIDENTIAL_KEYS_K1",
                "YIWANG_CONFIDENTIAL_INDEXKEY",
                "YIWANG_SECURITY_CLIENT_SECRET")) {
            assertThat(catalog.get(secret)).isNotBlank().isNotEqualTo(application.get(secret));
            assertThat(gateway).doesNotContainKey(secret);
        }
        assertThat(application.get("YIWANG_CERTIFICATEREQUESTS_KEYS_K1"))
                .isNotBlank()
                .isEqualTo(certificate.get("YIWANG_CERTIFICATEREQUESTS_KEYS_K1"));
        assertThat(catalog).doesNotContainKey("YIWANG_CERTIFICATEREQUESTS_KEYS_K1");
    }

    @Test
    void a_second_issuer_is_trusted_beside_the_first() {
        Map<String, String> variables =
                environmentOf(Part.GATEWAY, Map.of("YIWANG_SECOND_ISSUER_URI", "https://issuer.example"));

        assertThat(variables)
                .containsEntry("YIWANG_SECURITY_ISSUERS_0_URI", "http://127.0.0.1:" + (BASE + 1))
                .containsEntry("YIWANG_SECURITY_ISSUERS_1_URI", "https://issuer.example");
    }

    @Test
    void an_existing_server_gets_the_schema_of_the_service_and_keeps_its_own_options() {
        assertThat(Databases.foreignUrl("jdbc:mysql://db.example:3306/?sslMode=REQUIRED", "yiwang_catalog"))
                .startsWith("jdbc:mysql://db.example:3306/yiwang_catalog?sslMode=REQUIRED&");
        assertThat(environmentOf(
                        Part.CATALOG,
                        Map.of(
                                "YIWANG_MYSQL_URL", "jdbc:mysql://db.example:3306",
                                "YIWANG_MYSQL_USER", "yiwang",
                                "YIWANG_MYSQL_PASSWORD", "a-password",
                                "YIWANG_KAFKA_BOOTSTRAP_SERVERS", "broker.example:9092")))
                .containsEntry("SPRING_DATASOURCE_USERNAME", "yiwang")
                .containsEntry("SPRING_DATASOURCE_PASSWORD", "a-password")
                .containsEntry("SPRING_KAFKA_BOOTSTRAPSERVERS", "broker.example:9092");
    }

    private Map<String, String> environmentOf(Part part) {
        return environmentOf(part, Map.of());
    }

    private Map<String, String> environmentOf(Part part, Map<String, String> variables) {
        Home home = new Home(folder, folder.resolve("home"));
        home.create();
        Instance instance = new Instance(part, 1, BASE + part.portOffset(), "/somewhere", "stamp");
        Plan plan = new Plan(1, BASE, Profile.LOCAL, "/jdk", Environment.of(variables), List.of(instance));
        return new ServiceEnvironment(home, plan, null).of(instance);
    }
}
