package cn.yiwang.application.deadline;

import static cn.yiwang.application.GuideFixture.LEAD;
import static cn.yiwang.application.GuideFixture.workingDays;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.GuideFixture;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guide.Link;
import cn.yiwang.application.guide.Guide.LinkKind;
import cn.yiwang.application.guide.Guide.TimeLimits;
import cn.yiwang.application.guide.Guide.Unit;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.standards.calendar.WorkingCalendars;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DueDatesTest {

    private final DueDates dueDates = new DueDates(LegalRules.bundled(), WorkingCalendars.bundled());

    @ParameterizedTest
    @CsvSource({
        // plain weeks: the day of receipt does not count
        "ACCEPTANCE, 2026-03-02, 2026-03-09, 2026-03-09",
        "ACCEPTANCE, 2026-03-06, 2026-03-13, 2026-03-13",
        // received on the last day before the spring festival; Saturday 28 February is worked
        "ACCEPTANCE, 2026-02-14, 2026-02-28, 2026-02-28",
        // received on a Sunday that is worked
        "ACCEPTANCE, 2026-01-04, 2026-01-09, 2026-01-09",
        // 13 promised and 20 statutory working days around the labour day week; Saturday 9 May is worked
        "DECISION,   2026-04-20, 2026-05-11, 2026-05-20",
        // the national day week with both of its worked weekend days
        "DECISION,   2026-09-18, 2026-10-13, 2026-10-22",
        // a lower body's first review: 20 statutory working days, whatever the decision's promise
        "FIRST_REVIEW, 2026-09-18, 2026-10-22, 2026-10-22",
        "DELIVERY,   2026-09-18, 2026-10-09, 2026-10-09",
        // 2019: the amended labour day holiday, 1 to 4 May, with both Sundays worked
        "DELIVERY,   2019-04-26, 2019-05-13, 2019-05-13",
        // 2020: the spring festival as it was lengthened
        "ACCEPTANCE, 2020-01-22, 2020-02-06, 2020-02-06",
    })
    void limits_run_on_working_days(Limit limit, LocalDate day0, LocalDate due, LocalDate statutory) {
        var found = dueDates.of(limit, GuideFixture.pharmacy(), day0);
        assertThat(found.on()).isEqualTo(due);
        assertThat(found.statutoryOn()).isEqualTo(statutory);
        assertThat(found.provisional()).isFalse();
        assertThat(found.calendar()).startsWith(String.valueOf(day0.getYear()));
    }

    @Test
    void a_limit_that_runs_into_a_year_without_a_notice_is_provisional() {
        var due = dueDates.of(Limit.DECISION, GuideFixture.pharmacy(), LocalDate.of(2026, 12, 21));
        assertThat(due.provisional()).isTrue();
        assertThat(due.calendar()).contains("2026").contains("2027");
        assertThat(dueDates.of(Limit.ACCEPTANCE, GuideFixture.pharmacy(), LocalDate.of(2026, 12, 21))
                        .provisional())
                .isFalse();
    }

    @Test
    void a_promise_never_moves_the_due_date_behind_the_law() {
        var generous = GuideFixture.guide(
                new TimeLimits(
                        workingDays(9, null),
                        workingDays(20, "行政许可法第四十二条"),
                        workingDays(40, null),
                        workingDays(15, null)),
                List.of());
        var day0 = LocalDate.of(2026, 3, 2);
        for (var limit : Limit.values()) {
            var due = dueDates.of(limit, generous, day0);
            assertThat(due.on()).as("%s", limit).isEqualTo(due.statutoryOn());
        }
    }

    @Test
    void without_a_limit_in_the_guide_the_general_law_applies() {
        var silent = GuideFixture.guide(new TimeLimits(null, null, null, null), List.of());
        var day0 = LocalDate.of(2026, 3, 2);
        assertThat(dueDates.of(Limit.ACCEPTANCE, silent, day0))
                .extracting(Due::on, Due::basis)
                .containsExactly(LocalDate.of(2026, 3, 9), "行政许可法第三十二条");
        assertThat(dueDates.of(Limit.DECISION, silent, day0))
                .extracting(Due::on, Due::basis)
                .containsExactly(LocalDate.of(2026, 3, 30), "行政许可法第四十二条");
        assertThat(dueDates.of(Limit.DELIVERY, silent, day0))
                .extracting(Due::on, Due::basis)
                .containsExactly(LocalDate.of(2026, 3, 16), "行政许可法第四十四条");
    }

    @Test
    void a_sector_limit_with_its_article_goes_before_the_general_one() {
        var food = GuideFixture.guide(new TimeLimits(null, workingDays(10, "食品经营许可和备案管理办法"), null, null), List.of());
        assertThat(dueDates.of(Limit.DECISION, food, LocalDate.of(2026, 3, 2)))
                .extracting(Due::on, Due::basis)
                .containsExactly(LocalDate.of(2026, 3, 16), "食品经营许可和备案管理办法");
    }

    @Test
    void a_department_has_the_sum_of_its_links_but_never_longer_than_the_decision() {
        var limits = GuideFixture.pharmacy().guide().timeLimits();
        var day0 = LocalDate.of(2026, 3, 2);
        var guide = GuideFixture.guide(
                limits,
                List.of(
                        new Link(2, LinkKind.REVIEW, "初审", LEAD, workingDays(2, null)),
                        new Link(3, LinkKind.REVIEW, "审核", LEAD, new Guide.LegalLimit(10, Unit.HOUR, null)),
                        new Link(3, LinkKind.REVIEW, "联合审查", GuideFixture.SECOND, workingDays(60, null))));
        var decision = dueDates.of(Limit.DECISION, guide, day0);
        var parts = guide.reviewParts(GuideFixture.LEAD.code());
        assertThat(parts).hasSize(2);
        assertThat(parts.getFirst().name()).isEqualTo("初审、审核");
        assertThat(dueDates.of(parts.getFirst(), decision, day0).on()).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(dueDates.of(parts.getLast(), decision, day0).on()).isEqualTo(decision.on());
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void every_limit_that_a_status_declares_has_a_rule_with_its_article(Status status) {
        var limit = status.limit();
        if (limit != null) {
            var rule = LegalRules.bundled().inForce(limit, LocalDate.of(2017, 1, 1));
            assertThat(rule.basis()).startsWith("行政许可法第");
            assertThat(rule.appliesFrom()).isEqualTo("2004-07-01");
        }
    }
}
