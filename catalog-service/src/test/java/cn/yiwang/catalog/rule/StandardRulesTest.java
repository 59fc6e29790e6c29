package cn.yiwang.catalog.rule;

import static cn.yiwang.catalog.rule.Proposals.NOTE;
import static cn.yiwang.catalog.rule.Proposals.TODAY;
import static cn.yiwang.catalog.rule.Proposals.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.Guides;
import cn.yiwang.catalog.standard.Deviation.Aspect;
import cn.yiwang.catalog.standard.Prescription;
import cn.yiwang.catalog.standard.Standard;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Same item, same standard: what a guide adds to the standard of its base item, with and without a reason on record. */
class StandardRulesTest {

    /** Exactly what the pharmacy guide of the contract says. */
    private static final Standard STANDARD = standardOf(Guides.pharmacy());

    @Test
    void a_guide_that_says_what_the_standard_says_keeps_it() {
        assertThat(differences(STANDARD, Set.of(), json -> json)).isEmpty();
    }

    @Test
    void a_longer_limit_and_one_in_another_unit_differ() {
        assertThat(differences(STANDARD, Set.of(), json -> set(json, "/timeLimits/statutory/amount", "21")))
                .containsExactly(tuple("/guide/timeLimits/statutory", List.of("20 WORKING_DAY", "21 WORKING_DAY")));
        assertThat(differences(STANDARD, Set.of(), json -> set(json, "/timeLimits/statutory/unit", "'MONTH'")))
                .containsExactly(tuple("/guide/timeLimits/statutory", List.of("20 WORKING_DAY", "20 MONTH")));
        assertThat(differences(STANDARD, Set.of(), json -> set(json, "/timeLimits/statutory/amount", "19")))
                .isEmpty();
    }

    @Test
    void a_basis_too_many_and_one_too_few_differ() {
        assertThat(differences(STANDARD, Set.of(), json -> set(json, "/basis/0", "{'title':'某市办法','confirmed':true}")))
                .containsExactly(
                        tuple("/guide/basis/0", List.of("—", "某市办法")),
                        tuple(
                                "/guide/basis",
                                List.of(STANDARD.basis().getFirst().title(), "—")));
    }

    @Test
    void the_licensing_law_may_be_cited_beside_every_standard() {
        assertThat(differences(
                        STANDARD,
                        Set.of(),
                        json -> set(json, "/basis/-", "{'title':'中华人民共和国行政许可法','article':'第三十八条','confirmed':true}")))
                .isEmpty();
    }

    @Test
    void a_standard_older_than_a_revision_of_the_law_means_the_revision() {
        var older = new Standard(
                STANDARD.name(),
                List.of(new Standard.Basis("医疗器械监督管理条例", "国务院令第680号", null)),
                List.of(),
                null,
                List.of(),
                List.of());
        assertThat(differences(
                        older,
                        Set.of(),
                        json -> set(
                                json,
                                "/basis",
                                "[{'title':'医疗器械监督管理条例','documentNumber':'国务院令第739号','confirmed':true}]")))
                .isEmpty();
    }

    @Test
    void a_material_too_many_or_asked_for_more_strictly_differs() {
        var fewer = new Standard(
                STANDARD.name(),
                STANDARD.basis(),
                List.of(new Standard.RequiredMaterial(
                        STANDARD.materials().getFirst().name(), false)),
                null,
                List.of(),
                List.of());
        var name = STANDARD.materials().getFirst().name();
        assertThat(differences(fewer, Set.of(), json -> json))
                .contains(tuple("/guide/materials/0/necessity", List.of(name + "（非必要）", name + "（必要）")))
                .anySatisfy(difference ->
                        assertThat(difference.toList().getLast().toString()).startsWith("[—"));
        assertThat(differences(fewer, Set.of(Aspect.MATERIALS), json -> json)).isEmpty();
    }

    @Test
    void what_has_a_reason_on_record_may_differ() {
        assertThat(differences(
                        STANDARD,
                        Set.of(Aspect.STATUTORY_LIMIT),
                        json -> set(json, "/timeLimits/statutory/amount", "21")))
                .isEmpty();
        assertThat(differences(
                        STANDARD,
                        Set.of(Aspect.BASIS),
                        json -> set(json, "/basis/0", "{'title':'某市办法','confirmed':true}")))
                .isEmpty();
    }

    private static List<Tuple> differences(Standard standard, Set<Aspect> justified, UnaryOperator<ObjectNode> change) {
        var version = new ProposedVersion(
                Guides.PHARMACY,
                Guides.with(change),
                TODAY,
                null,
                TODAY,
                Set.of(Guides.LEAD, Guides.SECOND),
                Proposals.laws(),
                new Prescription(standard, justified),
                NOTE);
        return PublishRule.objectionsTo(version).stream()
                .filter(found -> found.rule() == PublishRule.DIFFERENCES_FROM_THE_STANDARD_ARE_JUSTIFIED)
                .map(found -> tuple(found.pointer(), found.arguments()))
                .toList();
    }

    private static Standard standardOf(Guide guide) {
        var limit = guide.timeLimits().statutory();
        return new Standard(
                "开办药品零售企业许可",
                guide.basis().stream()
                        .map(basis -> new Standard.Basis(basis.title(), basis.documentNumber(), basis.article()))
                        .toList(),
                guide.materials().stream()
                        .map(material -> new Standard.RequiredMaterial(material.name(), true))
                        .toList(),
                new Standard.Limit(limit.amount(), limit.unit()),
                List.of(),
                List.of());
    }
}
