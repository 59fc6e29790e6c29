package cn.yiwang.application.handling;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.GuideFixture;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.application.handling.SubmissionRules.Refusal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ORGANIZATION, 2, -",
                "ORGANIZATION, 4, -",
                "ORGANIZATION, 1, AssuranceTooLow",
                "PERSON,       2, NotForAudience",
                "PERSON,       1, NotForAudience AssuranceTooLow",
            })
    void who_may_apply(Audience applicant, int assurance, String refusals) {
        assertThat(names(SubmissionRules.againstApplying(GuideFixture.pharmacy(), applicant, assurance)))
                .isEqualTo(expected(refusals));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, M0001720050000101,                   -",
                "1, M0001720050000101 M0001720050000103, -",
                "1, M0001720050000102,                   MaterialsMissing",
                "1, -,                                   MaterialsMissing",
                "2, M0001720050000101,                   GuideSuperseded",
                "2, -,                                   GuideSuperseded MaterialsMissing",
            })
    void what_may_be_handed_in(int versionInForce, String materials, String refusals) {
        assertThat(names(SubmissionRules.againstSubmitting(
                        GuideFixture.pharmacy(), versionInForce, TODAY, expected(materials))))
                .isEqualTo(expected(refusals));
    }

    @Test
    void a_version_is_in_force_on_its_first_and_its_last_day() {
        var guide = between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 11, 23));
        assertThat(guide.isInForce(LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(guide.isInForce(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(guide.isInForce(LocalDate.of(2026, 11, 23))).isTrue();
        assertThat(guide.isInForce(LocalDate.of(2026, 11, 24))).isFalse();
        assertThat(names(SubmissionRules.againstSubmitting(
                        guide, 1, LocalDate.of(2026, 11, 24), Set.of("M0001720050000101"))))
                .containsExactly("GuideSuperseded");
    }

    @Test
    void only_what_the_guide_requires_is_missed() {
        var refusal = SubmissionRules.againstSubmitting(GuideFixture.pharmacy(), 1, TODAY, Set.of());
        assertThat(refusal)
                .singleElement()
                .isInstanceOfSatisfying(Refusal.MaterialsMissing.class, missing -> assertThat(missing.materials())
                        .extracting(Guide.Material::code)
                        .containsExactly("M0001720050000101"));
    }

    private static Guide between(LocalDate from, LocalDate to) {
        var guide = GuideFixture.pharmacy();
        return new Guide(
                guide.itemCode(),
                guide.version(),
                guide.name(),
                guide.body(),
                guide.division(),
                from,
                to,
                guide.guide());
    }

    private static Set<String> names(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> refusal.getClass().getSimpleName())
                .collect(Collectors.toSet());
    }

    private static Set<String> expected(String names) {
        return names == null ? Set.of() : Arrays.stream(names.split(" ")).collect(Collectors.toSet());
    }
}
