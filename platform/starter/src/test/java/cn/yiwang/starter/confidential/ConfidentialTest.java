package cn.yiwang.starter.confidential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.starter.database.RealServers;
import cn.yiwang.starter.database.TestSchema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.json.JsonMapper;

class ConfidentialTest {

    private static final String OLD = key(1);
    private static final String NEW = key(2);
    private static final SecretKey INDEX = KeyRing.secretKey("index", key(9), "HmacSHA256");

    private final ConfidentialCodec old = codec("2025", Map.of("2025", OLD));
    private final ConfidentialCodec rotated = codec("2026", Map.of("2025", OLD, "2026", NEW));

    @Test
    void a_value_opens_where_it_was_sealed() {
        byte[] sealed = old.seal("王小明（示例）", "person.name");

        assertThat(old.open(sealed, "person.name")).isEqualTo("王小明（示例）");
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("王小明");
    }

    @Test
    void the_same_value_never_looks_the_same() {
        assertThat(old.seal("a", "person.name")).isNotEqualTo(old.seal("a", "person.name"));
    }

    @Test
    void a_value_does_not_open_in_another_column() {
        byte[] sealed = old.seal("431002198506152010", "person.id_number");

        assertThatThrownBy(() -> old.open(sealed, "person.name")).isInstanceOf(ConfidentialException.class);
    }

    @Test
    void every_changed_byte_is_found() {
        byte[] sealed = old.seal("431002198506152010", "person.id_number");

        for (int position = 0; position < sealed.length; position++) {
            byte[] changed = sealed.clone();
            changed[position] ^= 1;
            assertThatThrownBy(() -> old.open(changed, "person.id_number"))
                    .as("byte %d", position)
                    .isInstanceOf(ConfidentialException.class);
        }
        assertThatThrownBy(() -> old.open(new byte[0], "x")).isInstanceOf(ConfidentialException.class);
    }

    @Test
    void after_a_rotation_old_values_open_and_new_ones_use_the_new_key() {
        byte[] before = old.seal("a", "person.name");
        byte[] after = rotated.seal("a", "person.name");

        assertThat(rotated.open(before, "person.name")).isEqualTo("a");
        assertThat(rotated.isOutdated(before)).isTrue();
        assertThat(rotated.isOutdated(after)).isFalse();
        assertThatThrownBy(() -> old.open(after, "person.name"))
                .isInstanceOf(ConfidentialException.class)
                .hasMessageContaining("2026");
    }

    @Test
    void the_blind_index_finds_equal_values_of_one_column_across_rotations() {
        assertThat(old.blindIndex("431002198506152010", "person.id_number"))
                .hasSize(32)
                .isEqualTo(rotated.blindIndex("431002198506152010", "person.id_number"))
                .isNotEqualTo(old.blindIndex("431002198506152010", "agent.id_number"))
                .isNotEqualTo(old.blindIndex("43100219850615201X", "person.id_number"));
    }

    @Test
    void stored_values_are_sealed_anew_under_the_current_key() {
        TestSchema schema = RealServers.schema();
        for (int person = 1; person <= 25; person++) {
            ConfidentialCodec codec = person % 5 == 0 ? rotated : old;
            schema.jdbc()
                    .sql("INSERT INTO person (name) VALUES (?)")
                    .param(codec.seal("person " + person, "person.name"))
                    .update();
        }
        schema.jdbc().sql("INSERT INTO person (name) VALUES (NULL)").update();

        long renewed = new Reencryption(schema.jdbc(), schema.transaction(), rotated).run("person", "name", 10);

        ConfidentialCodec withoutOld = codec("2026", Map.of("2026", NEW));
        assertThat(renewed).isEqualTo(20);
        assertThat(schema.jdbc()
                        .sql("SELECT name FROM person WHERE name IS NOT NULL ORDER BY id")
                        .query((row, _) -> withoutOld.open(row.getBytes(1), "person.name"))
                        .list())
                .isEqualTo(IntStream.rangeClosed(1, 25)
                        .mapToObj(n -> "person " + n)
                        .toList());
    }

    @Test
    void logs_and_json_show_a_mask() {
        Holder holder = new Holder("agent", new Confidential<>("431002198506152010"));
        JsonMapper json =
                JsonMapper.builder().addModule(new ConfidentialModule()).build();

        assertThat(holder.toString()).doesNotContain("4310");
        assertThat(json.writeValueAsString(holder)).isEqualTo("{\"login\":\"agent\",\"idNumber\":\"***\"}");
        assertThat(json.readValue("{\"login\":\"agent\",\"idNumber\":\"43\"}", Holder.class)
                        .idNumber()
                        .revealed())
                .isEqualTo("43");
        assertThat(json.readValue("{\"age\":7}", Aged.class).age().revealed()).isEqualTo(7);
    }

    @Test
    void a_service_without_its_keys_says_which_one_is_missing() {
        ApplicationContextRunner runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ConfidentialAutoConfiguration.class));

        runner.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(MissingSecretException.class)
                .hasMessage("The secret yiwang.confidential.current-key is not set"
                        + " (environment variable YIWANG_CONFIDENTIAL_CURRENTKEY)"));
        runner.withPropertyValues(
                        "yiwang.confidential.current-key=a",
                        "yiwang.confidential.keys.a=c2hvcnQ=",
                        "yiwang.confidential.index-key=" + key(9))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("yiwang.confidential.keys.a is not base64 of 32 bytes")
                        .hasMessageNotContaining("c2hvcnQ"));
        runner.withPropertyValues(
                        "yiwang.confidential.current-key=a",
                        "yiwang.confidential.keys.a=" + OLD,
                        "yiwang.confidential.index-key=" + key(9))
                .run(context -> assertThat(context).hasSingleBean(ConfidentialCodec.class));
    }

    private static ConfidentialCodec codec(String current, Map<String, String> keys) {
        return new AesGcmCodec(KeyRing.of(current, keys), INDEX);
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    record Holder(String login, Confidential<String> idNumber) {}

    record Aged(Confidential<Integer> age) {}
}
