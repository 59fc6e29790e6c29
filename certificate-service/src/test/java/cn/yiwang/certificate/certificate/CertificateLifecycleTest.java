package cn.yiwang.certificate.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.starter.lifecycle.TransitionTable.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateLifecycleTest {

    @Test
    void the_table_covers_every_status_and_every_event() {
        Set<CertificateStatus> statuses = new HashSet<>(Set.of(CertificateLifecycle.TABLE.initial()));
        Set<Class<?>> events = new HashSet<>();
        for (Transition<CertificateStatus, CertificateEvent> row : CertificateLifecycle.TABLE.rows()) {
            statuses.add(row.from());
            statuses.add(row.to());
            events.add(row.event());
        }
        assertThat(statuses).containsExactlyInAnyOrder(CertificateStatus.values());
        assertThat(events)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(CertificateEvent.class.getPermittedSubclasses()));
    }

    @Test
    void the_readme_draws_the_table_as_it_is() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains(CertificateLifecycle.TABLE.mermaid());
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUED, 2031-11-21, VALID",
        "ISSUED, 2031-11-22, EXPIRED",
        "REVOKED, 2026-11-22, REVOKED",
        "REVOKED, 2031-11-22, REVOKED"
    })
    void the_last_day_still_counts_and_a_revoked_certificate_does_not_expire(
            CertificateStatus status, LocalDate today, PublicStatus shown) {
        assertThat(PublicStatus.of(status, LocalDate.of(2031, 11, 21), today)).isEqualTo(shown);
    }

    @Test
    void a_token_is_long_random_and_hidden() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            VerificationToken token = VerificationToken.random();
            assertThat(token.value()).matches("[A-Za-z0-9_-]{32}");
            assertThat(token.toString()).doesNotContain(token.value());
            tokens.add(token.value());
        }
        assertThat(tokens).hasSize(100);
    }
}
