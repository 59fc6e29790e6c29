package cn.yiwang.testsupport;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContractsTest {

    private static final String TYPE = "cn.yiwang.certificate.issued.v1";

    @Test
    void the_committed_example_of_an_event_is_accepted() {
        assertThatCode(() -> Contracts.checkEvent("certificate", Contracts.example("certificate", TYPE)))
                .doesNotThrowAnyException();
    }

    @Test
    void an_event_of_another_owner_or_with_a_broken_envelope_is_refused() {
        var example = Contracts.example("certificate", TYPE);
        assertThatThrownBy(() -> Contracts.checkEvent("catalog", example)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Contracts.checkEvent("certificate", example.replace("\"specversion\"", "\"version\"")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void data_that_is_not_what_the_schema_says_is_refused() {
        var example =
                Contracts.example("certificate", TYPE).replaceAll("(?s)\"data\"\\s*:\\s*\\{.*}\\s*}", "\"data\": {}}");
        assertThatThrownBy(() -> Contracts.checkEvent("certificate", example)).isInstanceOf(AssertionError.class);
    }
}
