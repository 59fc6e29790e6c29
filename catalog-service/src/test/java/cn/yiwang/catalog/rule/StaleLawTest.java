package cn.yiwang.catalog.rule;

import static cn.yiwang.catalog.rule.Proposals.NOTE;
import static cn.yiwang.catalog.rule.Proposals.TODAY;
import static cn.yiwang.catalog.rule.Proposals.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.Guides;
import cn.yiwang.standards.BusinessItemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The limit that the portal published for licences of class III devices: thirty days, from a text repealed in 2021. */
class StaleLawTest {

    private static final String DEVICES = "11431000MB1938148M300017202800001";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void the_guide_of_the_seed_has_nothing_against_it_but_missing_samples() {
        assertThat(PublishRule.findings(devices(json -> json, TODAY)))
                .extracting(Finding::rule)
                .containsExactly(PublishRule.RESULT_HAS_A_SAMPLE);
    }

    @Test
    void a_repealed_basis_is_refused_and_its_successor_named() {
        var typedIn = devices(
                json -> {
                    set(json, "/basis/0/documentNumber", "'国务院令第680号'");
                    set(json, "/basis/0/inForceFrom", "null");
                    return set(json, "/timeLimits/statutory/amount", "30");
                },
                TODAY);
        assertThat(PublishRule.objectionsTo(typedIn))
                .extracting(Finding::rule, Finding::pointer, Finding::arguments, Finding::law)
                .containsExactly(
                        tuple(
                                PublishRule.BASIS_IS_IN_FORCE,
                                "/guide/basis/0",
                                List.of("医疗器械监督管理条例（国务院令第680号）", TODAY.toString(), "医疗器械监督管理条例（国务院令第739号）"),
                                "order-680"),
                        tuple(
                                PublishRule.STATUTORY_WITHIN_ITS_LAW,
                                "/guide/timeLimits/statutory/amount",
                                List.of(30, 20, "医疗器械监督管理条例（国务院令第739号）", "第四十二条"),
                                "order-739"));
    }

    @Test
    void a_longer_limit_is_not_hidden_behind_another_unit() {
        for (var unit : List.of("'NATURAL_DAY'", "'MONTH'")) {
            var typedIn = devices(
                    json -> {
                        set(json, "/timeLimits/statutory/unit", unit);
                        set(json, "/timeLimits/promised/unit", unit);
                        return set(json, "/timeLimits/statutory/amount", "20");
                    },
                    TODAY);
            assertThat(PublishRule.objectionsTo(typedIn))
                    .extracting(Finding::rule, Finding::pointer, Finding::law)
                    .contains(tuple(
                            PublishRule.STATUTORY_IN_THE_UNIT_OF_ITS_LAW,
                            "/guide/timeLimits/statutory/unit",
                            "order-739"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"国务院第680号令", "国令第680号", "第 680 号", "国务院令第680号（2017年修订）"})
    void a_repealed_basis_is_found_however_its_number_is_written(String number) {
        var typedIn = devices(
                json -> {
                    set(json, "/basis/0/documentNumber", "'" + number + "'");
                    return set(json, "/basis/0/inForceFrom", "null");
                },
                TODAY);
        assertThat(PublishRule.objectionsTo(typedIn))
                .extracting(Finding::rule, Finding::pointer, Finding::law)
                .containsExactly(tuple(PublishRule.BASIS_IS_IN_FORCE, "/guide/basis/0", "order-680"));
    }

    @Test
    void a_number_that_no_text_of_the_title_has_was_checked_by_nobody() {
        assertThat(PublishRule.findings(devices(json -> set(json, "/basis/0/documentNumber", "'国务院令第999号'"), TODAY)))
                .extracting(Finding::rule, Finding::pointer)
                .contains(tuple(PublishRule.UNCONFIRMED_BASIS_HAS_A_REASON, "/guide/basis/0/documentNumber"));
    }

    @Test
    void the_special_law_bounds_acceptance_and_delivery_too() {
        var typedIn = devices(json -> set(json, "/timeLimits/delivery/amount", "11"), TODAY);
        assertThat(PublishRule.objectionsTo(typedIn))
                .extracting(Finding::rule, Finding::pointer, Finding::law)
                .contains(tuple(
                        PublishRule.STATUTORY_WITHIN_ITS_LAW, "/guide/timeLimits/delivery/amount", "samr-order-54"));
    }

    @Test
    void the_same_text_was_good_law_before() {
        var then = devices(
                json -> {
                    set(json, "/basis", "[{'title':'医疗器械监督管理条例','documentNumber':'国务院令第680号','confirmed':true}]");
                    set(json, "/timeLimits/statutory/basis", "null");
                    set(json, "/timeLimits/acceptance/basis", "null");
                    set(json, "/timeLimits/delivery/basis", "null");
                    return set(json, "/timeLimits/statutory/amount", "30");
                },
                LocalDate.of(2020, 1, 1));
        assertThat(PublishRule.objectionsTo(then)).isEmpty();
    }

    @Test
    void a_title_without_a_number_means_the_text_in_force() {
        assertThat(PublishRule.objectionsTo(devices(json -> set(json, "/basis/0/documentNumber", "null"), TODAY)))
                .isEmpty();
    }

    private static ProposedVersion devices(UnaryOperator<ObjectNode> change, LocalDate from) {
        try (var stream = new ClassPathResource("seed/guides/" + DEVICES + ".json").getInputStream()) {
            return new ProposedVersion(
                    new BusinessItemCode(DEVICES),
                    JSON.treeToValue(change.apply((ObjectNode) JSON.readTree(stream)), Guide.class),
                    from,
                    null,
                    from,
                    Set.of(Guides.LEAD),
                    Proposals.laws(),
                    null,
                    NOTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
