package cn.yiwang.application.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.GuideFixture;
import cn.yiwang.application.guide.Guide.Link;
import cn.yiwang.application.guide.Guide.LinkKind;
import cn.yiwang.application.guide.Guide.TimeLimits;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.standards.calendar.TimeLimit;
import cn.yiwang.standards.calendar.WorkingCalendars;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ClockRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final DueDates dueDates = new DueDates(LegalRules.bundled(), WorkingCalendars.bundled());
    private final RenewalWindows windows = new RenewalWindows(ClockRules.bundled(), WorkingCalendars.bundled());

    @Test
    void every_figure_names_its_article_its_source_and_the_day_from_which_it_applies() {
        assertThat(ClockRules.bundled().all()).hasSizeGreaterThan(25).allSatisfy(rule -> {
            assertThat(rule.basis()).startsWith(rule.scope()).isNotBlank();
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.appliesFrom()).isAfterOrEqualTo("2004-07-01");
        });
    }

    @ParameterizedTest(name = "{0}: expires {1}, applied for on {2}: {5}")
    @CsvFileSource(resources = "renewal-windows.csv", numLinesToSkip = 1)
    void a_renewal_has_its_window(
            String act,
            LocalDate expiry,
            LocalDate today,
            @Nullable LocalDate opens,
            LocalDate closes,
            RenewalWindow.Place place) {
        var window = windows.of(act, expiry, today);
        assertThat(window.opens()).isEqualTo(opens);
        assertThat(window.closes()).isEqualTo(closes);
        assertThat(window.on(today)).isEqualTo(place);
    }

    @Test
    void two_offices_that_review_do_not_make_the_limit_longer() {
        var silent = new TimeLimits(null, null, null, null);
        var guide = GuideFixture.guide(
                silent,
                List.of(
                        new Link(1, LinkKind.REVIEW, "审查", GuideFixture.LEAD, null),
                        new Link(1, LinkKind.REVIEW, "联合审查", GuideFixture.SECOND, null)));
        assertThat(dueDates.of(Limit.DECISION, guide, DAY).statutoryOn()).isEqualTo("2026-03-30");
        assertThat(dueDates.extension(guide, DAY).approver()).isEqualTo(Extension.Approver.BODY_HEAD);
        assertThat(dueDates.extension(ClockTableTest.guide("SEVERAL"), DAY))
                .isEqualTo(
                        new Extension(TimeLimit.workingDays(15), Extension.Approver.GOVERNMENT_HEAD, "行政许可法第四十二条第二款"));
    }

    @Test
    void rectification_is_outside_the_limit_only_by_a_rule_of_the_sector_that_is_in_force() {
        assertThat(dueDates.rectificationBasis(ClockTableTest.guide("DEVICE"), DAY))
                .contains("医疗器械经营监督管理办法第十三条");
        assertThat(dueDates.rectificationBasis(ClockTableTest.guide("DEVICE"), LocalDate.of(2022, 4, 29)))
                .isEmpty();
        assertThat(dueDates.rectificationBasis(ClockTableTest.guide("FOOD"), DAY))
                .isEmpty();
        assertThat(dueDates.rectificationBasis(ClockTableTest.guide("GENERAL"), DAY))
                .isEmpty();
    }

    @Test
    void every_day_says_why_it_counted_or_not() {
        var testing =
                new Pause(PauseCause.TESTING, LocalDate.of(2026, 2, 12), LocalDate.of(2026, 2, 24), null, "行政许可法第四十五条");
        var days = dueDates.read(
                        Limit.ACCEPTANCE,
                        ClockTableTest.guide("SILENT"),
                        LocalDate.of(2026, 2, 11),
                        new Adjustments(List.of(testing), null),
                        DAY)
                .statutory()
                .days();
        assertThat(days)
                .extracting(day -> day.date().getDayOfMonth() + " " + day.reason() + " " + day.count())
                .containsExactly(
                        "11 START_DAY 0",
                        "12 WORKDAY 1",
                        "13 PAUSED 0",
                        "14 PAUSED 0",
                        "15 PAUSED 0",
                        "16 PAUSED 0",
                        "17 PAUSED 0",
                        "18 PAUSED 0",
                        "19 PAUSED 0",
                        "20 PAUSED 0",
                        "21 PAUSED 0",
                        "22 PAUSED 0",
                        "23 PAUSED 0",
                        "24 PAUSED 0",
                        "25 WORKDAY 2",
                        "26 WORKDAY 3",
                        "27 WORKDAY 4",
                        "28 WORKED_WEEKEND 5");
        assertThat(days.getLast().notice()).isEqualTo("2026.1");
        assertThat(days.getLast().occasion()).isEqualTo("春节");
        assertThat(days.get(5).pause()).isEqualTo(testing);
    }
}
