package cn.yiwang.certificate.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestKeysTest {

    @Test
    void a_log_line_shows_the_names_of_the_keys_only() {
        assertThat(new RequestKeys("k1", Map.of("k1", "c2VjcmV0")).toString())
                .contains("k1")
                .doesNotContain("c2VjcmV0");
    }
}
