package cn.yiwang.starter.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.starter.identity.SecurityProperties.Issuer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class SubjectsTest {

    private static final String PROVINCE = "https://sso.province.example";
    private static final String CITY = "https://sso.city.example/realms/officials";
    private static final String LONGEST_SUBJECT = "s".repeat(128);

    @Test
    void the_first_issuer_keeps_its_subjects_and_others_stand_behind_their_names() {
        Subjects subjects = new Subjects(List.of(issuer(PROVINCE, null), issuer(CITY, null)));

        assertThat(subjects.of(PROVINCE, "42")).isEqualTo("42");
        assertThat(subjects.of(CITY, "42")).isEqualTo(CITY + "#42");
    }

    @Test
    void an_alias_stands_in_for_the_uri() {
        Subjects subjects = new Subjects(List.of(issuer(PROVINCE, null), issuer(CITY, "chenzhou")));

        assertThat(subjects.of(CITY, "42")).isEqualTo("chenzhou#42");
    }

    @Test
    void nobody_of_the_first_issuer_can_be_taken_for_somebody_of_another() {
        Subjects subjects = new Subjects(List.of(issuer(PROVINCE, null), issuer(CITY, "chenzhou")));

        assertThatThrownBy(() -> subjects.of(PROVINCE, "chenzhou#42")).isInstanceOf(InvalidBearerTokenException.class);
        assertThat(subjects.of(PROVINCE, "changde#42")).isEqualTo("changde#42");
        assertThat(subjects.of(CITY, "chenzhou#42")).isEqualTo("chenzhou#chenzhou#42");
    }

    @Test
    void every_subject_fits_its_columns() {
        String endless = "https://sso.example/" + "x".repeat(500);
        Subjects subjects = new Subjects(List.of(
                issuer(PROVINCE, null),
                issuer("https://sso.example/" + "x".repeat(51), null),
                issuer(endless, null),
                issuer("https://odd.example/#fragment", null),
                issuer(CITY, "a".repeat(40))));

        assertThat(subjects.of("https://sso.example/" + "x".repeat(51), LONGEST_SUBJECT))
                .hasSize(200);
        assertThat(subjects.of(endless, LONGEST_SUBJECT))
                .startsWith("urn:sha-256:")
                .hasSizeLessThan(200);
        assertThat(subjects.of("https://odd.example/#fragment", "42")).matches("urn:sha-256:[0-9a-f]{32}#42");
        assertThat(subjects.of(CITY, LONGEST_SUBJECT)).hasSizeLessThan(200);
    }

    @Test
    void names_that_would_mix_up_two_issuers_stop_the_service() {
        refused("two entries named city", issuer(PROVINCE, null), issuer(CITY, "city"), issuer("https://b", "city"));
        refused("two entries named city", issuer(PROVINCE, null), issuer("city", null), issuer(CITY, "city"));
        refused("takes no alias", issuer(PROVINCE, "province"), issuer(CITY, null));
        assertThatIllegalArgumentException().isThrownBy(() -> issuer(CITY, "a#b"));
        assertThatIllegalArgumentException().isThrownBy(() -> issuer(CITY, ""));
    }

    private static void refused(String reason, Issuer... issuers) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecurityProperties(List.of(issuers), null, Duration.ZERO))
                .withMessageContaining(reason);
    }

    private static Issuer issuer(String uri, @Nullable String alias) {
        return new Issuer(uri, null, alias);
    }
}
