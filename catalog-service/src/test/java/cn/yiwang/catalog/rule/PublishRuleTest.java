package cn.yiwang.catalog.rule;

import static cn.yiwang.catalog.rule.Proposals.NOTE;
import static cn.yiwang.catalog.rule.Proposals.proposed;
import static cn.yiwang.catalog.rule.Proposals.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.yiwang.catalog.guide.Guides;
import cn.yiwang.catalog.law.LawBook;
import cn.yiwang.standards.BusinessItemCode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A guide, one thing wrong in it, and the rule that refuses it there. */
class PublishRuleTest {

    @Test
    void the_example_of_the_contract_may_be_published() {
        assertThat(PublishRule.objectionsTo(proposed(Guides.pharmacy(), NOTE))).isEmpty();
    }

    static Stream<Arguments> wrongs() {
        return Stream.of(
                wrong(
                        "ACCEPTANCE_WITHIN_FIVE_DAYS",
                        "/guide/timeLimits/acceptance",
                        "/timeLimits/acceptance/amount",
                        "6"),
                wrong(
                        "ACCEPTANCE_WITHIN_FIVE_DAYS",
                        "/guide/timeLimits/acceptance",
                        "/timeLimits/acceptance/unit",
                        "'MONTH'"),
                wrong("DELIVERY_WITHIN_TEN_DAYS", "/guide/timeLimits/delivery", "/timeLimits/delivery/amount", "11"),
                wrong(
                        "PROMISED_IN_THE_UNIT_OF_THE_LAW",
                        "/guide/timeLimits/promised/unit",
                        "/timeLimits/promised/unit",
                        "'NATURAL_DAY'"),
                wrong(
                        "PROMISED_WITHIN_STATUTORY",
                        "/guide/timeLimits/promised/amount",
                        "/timeLimits/promised/amount",
                        "21"),
                wrong("LINKS_WITHIN_PROMISED", "/guide/links", "/links/1/limit/amount", "9"),
                wrong("LINKS_WITHIN_PROMISED", "/guide/links", "/links/2/limit/amount", "9"),
                // Nobody hides a step of years behind another unit.
                wrong("MIXED_LINKS_WITHIN_PROMISED", "/guide/links", "/links/1/limit", "{'amount':9,'unit':'MONTH'}"),
                wrong(
                        "MIXED_LINKS_WITHIN_PROMISED",
                        "/guide/links",
                        "/links/1/limit",
                        "{'amount':60,'unit':'NATURAL_DAY'}"),
                wrong("PROCESS_IS_COMPLETE", "/guide/links", "/links/0/kind", "'REVIEW'"),
                wrong("PROCESS_IS_COMPLETE", "/guide/links", "/links/3/order", "2"),
                wrong("PROCESS_IS_COMPLETE", "/guide/links", "/links/4/kind", "'DECISION'"),
                wrong("PROCESS_IS_COMPLETE", "/guide/links", "/links/0/order", "9"),
                wrong(
                        "DEPARTMENTS_ARE_KNOWN",
                        "/guide/links/2/department/code",
                        "/links/2/department/code",
                        "'11430000MB169231XX'"),
                wrong("VISITS_HAVE_A_REASON", "/guide/visitReason", "/visitReason", "null"),
                wrong("VISITS_HAVE_A_REASON", "/guide/visitReason", "/visits", "0"),
                wrong(
                        "MATERIAL_CODES_BELONG_TO_THE_ITEM",
                        "/guide/materials/3/code",
                        "/materials/3/code",
                        "'M0001720280000104'"),
                wrong(
                        "MATERIAL_CODES_BELONG_TO_THE_ITEM",
                        "/guide/materials/3/code",
                        "/materials/3/code",
                        "'M0001720050000204'"),
                wrong(
                        "MATERIAL_CODES_BELONG_TO_THE_ITEM",
                        "/guide/materials/3/code",
                        "/materials/3/code",
                        "'M0001720050000101'"),
                wrong(
                        "UNCONFIRMED_MATERIAL_IS_NOT_DEMANDED",
                        "/guide/materials/2/necessity",
                        "/materials/2/necessity",
                        "'REQUIRED'"),
                wrong("AUDIENCES_ARE_NAMED_ONCE", "/guide/audiences", "/audiences", "['PERSON','PERSON']"),
                wrong("RESULT_IS_COMPLETE", "/guide/result", "/result/certificateType", "null"),
                wrong("RESULT_IS_COMPLETE", "/guide/result", "/result/certificateType", "'11430000MB1599861M001'"),
                wrong("RESULT_IS_COMPLETE", "/guide/result", "/result/kind", "'DOCUMENT'"),
                wrong("RESULT_IS_COMPLETE", "/guide/result", "/result/kind", "'NONE'"));
    }

    private static Arguments wrong(String rule, String pointer, String place, String value) {
        return arguments(PublishRule.valueOf(rule), pointer, place, value);
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void a_wrong_guide_is_refused_at_its_place(PublishRule rule, String pointer, String place, String value) {
        var guide = Guides.with(json -> set(json, place, value));
        var objections = PublishRule.objectionsTo(proposed(guide, NOTE));
        assertThat(objections).extracting(Finding::rule).contains(rule);
        assertThat(objections)
                .filteredOn(objection -> objection.rule() == rule)
                .extracting(Finding::pointer)
                .containsExactly(pointer);
    }

    @Test
    void an_unconfirmed_number_needs_a_reason_on_record() {
        assertThat(PublishRule.objectionsTo(proposed(Guides.pharmacy(), null)))
                .extracting(Finding::rule, Finding::pointer)
                .containsExactly(
                        tuple(PublishRule.UNCONFIRMED_LIMIT_HAS_A_REASON, "/guide/timeLimits/statutory"),
                        tuple(PublishRule.UNCONFIRMED_BASIS_HAS_A_REASON, "/guide/basis/0/confirmed"),
                        tuple(PublishRule.UNCONFIRMED_BASIS_HAS_A_REASON, "/guide/basis/1/confirmed"));
    }

    @Test
    void a_guide_binds_neither_yesterday_nor_before_its_predecessor() {
        var today = LocalDate.of(2026, 11, 22);
        assertThat(judged(today.minusDays(1), null, today)).containsExactly(PublishRule.NOT_RETROACTIVE);
        assertThat(judged(today, today.plusDays(3), today)).containsExactly(PublishRule.NOT_BEFORE_ITS_PREDECESSOR);
        assertThat(judged(today, today, today)).isEmpty();
        assertThat(judged(today.plusDays(9), today.plusDays(3), today)).isEmpty();
    }

    @Test
    void four_hours_twice_fit_into_one_working_day() {
        var guide = Guides.with(json -> {
            set(json, "/timeLimits/promised/amount", "1");
            set(json, "/handling/caseType", "'IMMEDIATE'");
            set(json, "/handling/examination", "'ON_THE_SPOT'");
            for (int i = 0; i < 5; i++) {
                set(json, "/links/" + i + "/limit", "{'amount':2,'unit':'HOUR'}");
            }
            return json;
        });
        assertThat(PublishRule.objectionsTo(proposed(guide, NOTE))).isEmpty();
    }

    @Test
    void steps_in_another_unit_than_the_promise_may_fit_into_it() {
        var guide = Guides.with(json -> set(json, "/links/1/limit", "{'amount':5,'unit':'NATURAL_DAY'}"));
        assertThat(PublishRule.objectionsTo(proposed(guide, NOTE))).isEmpty();
    }

    @Test
    void the_licensing_law_does_not_bind_other_kinds_of_items() {
        var guide = Guides.with(json -> set(json, "/timeLimits/acceptance/amount", "6"));
        var filing = new ProposedVersion(
                new BusinessItemCode("11430281MB0W25573M4431072055W0001"),
                guide,
                LocalDate.of(2026, 11, 22),
                null,
                LocalDate.of(2026, 11, 22),
                Set.of(Guides.LEAD, Guides.SECOND),
                LawBook.EMPTY,
                null,
                NOTE);
        assertThat(PublishRule.objectionsTo(filing))
                .extracting(Finding::rule)
                .containsExactly(PublishRule.MATERIAL_CODES_BELONG_TO_THE_ITEM);
    }

    @Test
    void every_rule_is_broken_once_in_the_tables() {
        var broken = new HashSet<PublishRule>();
        wrongs().forEach(row -> broken.add((PublishRule) row.get()[0]));
        GuideElementRulesTest.wrongs().forEach(row -> broken.add((PublishRule) row.get()[0]));
        broken.add(PublishRule.UNCONFIRMED_LIMIT_HAS_A_REASON);
        broken.add(PublishRule.UNCONFIRMED_BASIS_HAS_A_REASON);
        broken.add(PublishRule.STATUTORY_WITHIN_ITS_LAW); // StaleLawTest
        broken.add(PublishRule.STATUTORY_IN_THE_UNIT_OF_ITS_LAW); // StaleLawTest
        broken.add(PublishRule.DIFFERENCES_FROM_THE_STANDARD_ARE_JUSTIFIED); // StandardRulesTest
        broken.add(PublishRule.NOT_RETROACTIVE);
        broken.add(PublishRule.NOT_BEFORE_ITS_PREDECESSOR);
        assertThat(broken).isEqualTo(EnumSet.allOf(PublishRule.class));
    }

    @Test
    void every_rule_says_in_both_languages_how_to_mend_it() {
        for (var file : new String[] {"catalog-service.properties", "catalog-service_zh_CN.properties"}) {
            var texts = Proposals.texts(file);
            for (var rule : PublishRule.values()) {
                assertThat(texts.getProperty(rule.textKey())).as(rule.textKey()).isNotBlank();
            }
        }
    }

    private static Set<PublishRule> judged(LocalDate from, @Nullable LocalDate predecessor, LocalDate today) {
        var rules = EnumSet.noneOf(PublishRule.class);
        PublishRule.objectionsTo(new ProposedVersion(
                        Guides.PHARMACY,
                        Guides.pharmacy(),
                        from,
                        predecessor,
                        today,
                        Set.of(Guides.LEAD, Guides.SECOND),
                        LawBook.EMPTY,
                        null,
                        NOTE))
                .forEach(objection -> rules.add(objection.rule()));
        return rules;
    }
}
