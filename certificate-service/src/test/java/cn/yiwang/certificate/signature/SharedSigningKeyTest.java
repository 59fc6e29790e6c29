package cn.yiwang.certificate.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.testsupport.ServiceTest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class SharedSigningKeyTest {

    private static final byte[] TEXT = "证照".getBytes(UTF_8);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConfidentialCodec codec;

    @Autowired
    Clock clock;

    List<Map<String, Object>> before = List.of();

    @BeforeEach
    void there_is_no_key_yet() {
        before = jdbc.sql("SELECT * FROM signing_key").query().listOfRows();
        jdbc.sql("DELETE FROM signing_key").update();
    }

    @AfterEach
    void the_key_of_the_running_service_is_put_back() {
        jdbc.sql("DELETE FROM signing_key").update();
        before.forEach(row -> jdbc.sql("INSERT INTO signing_key VALUES (:id, :public_key, :private_key, :created_at)")
                .params(row)
                .update());
    }

    @Test
    void instances_that_start_at_once_agree_on_one_key() throws Exception {
        List<StoredSigningKeys> instances = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<StoredSigningKeys>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starts.add(threads.submit(this::started));
            }
            for (Future<StoredSigningKeys> start : starts) {
                instances.add(start.get());
            }
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM signing_key")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        for (StoredSigningKeys signer : instances) {
            Signature signature = signer.sign(TEXT);
            assertThat(instances).allMatch(other -> other.verify(signature, TEXT));
        }
    }

    @Test
    void the_private_key_does_not_lie_open() {
        started();
        byte[] stored = jdbc.sql("SELECT private_key FROM signing_key")
                .query(byte[].class)
                .single();
        assertThat(new String(stored, UTF_8)).doesNotContain("MIG", "MIH", "MHc");
        assertThat(codec.open(stored, "signing_key.private_key")).startsWith("MI");
    }

    @Test
    void what_is_no_signature_of_ours_is_not_valid() {
        StoredSigningKeys keys = started();
        Signature genuine = keys.sign(TEXT);
        assertThat(keys.verify(genuine, TEXT)).isTrue();
        assertThat(keys.verify(genuine, "证件".getBytes(UTF_8))).isFalse();
        for (String key : new String[] {"", "sm2-2", "sm2-0", "sm2-99999999999", "rsa-1", "sm2-1' OR 1=1"}) {
            assertThat(keys.verify(new Signature(key, genuine.value()), TEXT))
                    .as(key)
                    .isFalse();
        }
        for (String value : new String[] {"", "AAAA", "no base64!"}) {
            assertThat(keys.verify(new Signature(genuine.key(), value), TEXT))
                    .as(value)
                    .isFalse();
        }
    }

    private StoredSigningKeys started() {
        StoredSigningKeys keys = new StoredSigningKeys(jdbc, codec, clock);
        keys.start();
        return keys;
    }
}
