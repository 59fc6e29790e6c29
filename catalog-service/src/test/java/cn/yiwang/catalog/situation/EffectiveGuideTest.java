package cn.yiwang.catalog.situation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.Guide.Condition;
import cn.yiwang.catalog.guide.Guides;
import cn.yiwang.catalog.guide.Material;
import cn.yiwang.catalog.guide.ProcessLink;
import cn.yiwang.catalog.situation.EffectiveGuide.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Answers to three questions, and what of the guide they lead to. */
class EffectiveGuideTest {

    private static final String SITUATIONS = """
            [{"id": "premises", "text": "场所是租的吗", "multiple": false,
              "answers": [
                {"id": "own", "label": "自有", "alone": false},
                {"id": "leased", "label": "租赁", "alone": false,
                 "includes": {"materials": ["M0001720050000103"], "conditions": [2]}}]},
             {"id": "lease", "text": "租期", "multiple": false,
              "askedIf": [{"question": "premises", "answer": "leased"}],
              "answers": [
                {"id": "short", "label": "一年以内", "alone": false, "includes": {"links": ["联合审查"]}},
                {"id": "long", "label": "一年以上", "alone": false}]},
             {"id": "goods", "text": "经营什么", "multiple": true,
              "answers": [
                {"id": "cold", "label": "冷链药品", "alone": false, "includes": {"materials": ["M0001720050000110"]}},
                {"id": "simple", "label": "乙类非处方药", "alone": false,
                 "excludes": {"materials": ["M0001720050000110", "M0001720050000104"]}},
                {"id": "none", "label": "以上都不是", "alone": true}]}]""";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Guide GUIDE = Guides.with(json -> {
        json.set("situations", JSON.readTree(SITUATIONS));
        return json;
    });

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments(given("premises", "own", "goods", "none"), "01 02 04 05 06 07 08 09 11", "1 3", false),
                arguments(
                        given("premises", "leased", "lease", "long", "goods", "none"),
                        "01 02 03 04 05 06 07 08 09 11",
                        "1 2 3",
                        false),
                arguments(
                        given("premises", "leased", "lease", "short", "goods", "none"),
                        "01 02 03 04 05 06 07 08 09 11",
                        "1 2 3",
                        true),
                arguments(given("premises", "own", "goods", "cold"), "01 02 04 05 06 07 08 09 10 11", "1 3", false),
                arguments(given("premises", "own", "goods", "simple"), "01 02 05 06 07 08 09 11", "1 3", false));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answers_select_what_applies(
            Map<String, List<String>> answers, String materials, String conditions, boolean jointReview) {
        var guide = ((Outcome.Effective) EffectiveGuide.of(GUIDE, answers)).guide();
        assertThat(guide.materials())
                .extracting(Material::code)
                .extracting(code -> code.substring(15))
                .containsExactly(materials.split(" "));
        assertThat(guide.conditions())
                .extracting(Condition::order)
                .map(String::valueOf)
                .containsExactly(conditions.split(" "));
        assertThat(guide.links().stream().map(ProcessLink::name).anyMatch("联合审查"::equals))
                .isEqualTo(jointReview);
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                arguments(given(), List.of(new Flaw.Open("premises", "场所是租的吗"), new Flaw.Open("goods", "经营什么"))),
                arguments(given("premises", "leased", "goods", "none"), List.of(new Flaw.Open("lease", "租期"))),
                arguments(given("premises", "rented"), List.of(new Flaw.UnknownAnswer("premises", "rented"))),
                arguments(given("colour", "red"), List.of(new Flaw.UnknownQuestion("colour"))),
                arguments(
                        given("premises", "own", "lease", "long", "goods", "none"),
                        List.of(new Flaw.NotAsked("lease"))),
                arguments(
                        Map.of("premises", List.of("own", "leased"), "goods", List.of("none")),
                        List.of(new Flaw.OneAnswerOnly("premises"))),
                arguments(
                        Map.of("premises", List.of("own"), "goods", List.of("cold", "none")),
                        List.of(new Flaw.GoesWithNoOther("goods", "none"))),
                arguments(
                        Map.of("premises", List.of("own"), "goods", List.of("cold", "simple")),
                        List.of(new Flaw.IncludedAndExcluded("goods", "M0001720050000110"))));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void answers_that_lead_nowhere_say_why(Map<String, List<String>> answers, List<Flaw> flaws) {
        assertThat(EffectiveGuide.of(GUIDE, answers)).isEqualTo(new Outcome.Refused(flaws));
    }

    @Test
    void a_guide_without_questions_applies_as_it_is() {
        var plain = Guides.with(json -> json.putNull("situations"));
        assertThat(EffectiveGuide.of(plain, Map.of())).isEqualTo(new Outcome.Effective(plain));
    }

    private static Map<String, List<String>> given(String... pairs) {
        var answers = new HashMap<String, List<String>>();
        for (int i = 0; i < pairs.length; i += 2) {
            answers.put(pairs[i], List.of(pairs[i + 1]));
        }
        return answers;
    }
}
