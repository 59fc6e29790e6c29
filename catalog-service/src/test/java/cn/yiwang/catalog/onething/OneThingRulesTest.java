package cn.yiwang.catalog.onething;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.Guide.Audience;
import cn.yiwang.catalog.guide.Guides;
import cn.yiwang.catalog.guide.Material.Form;
import cn.yiwang.catalog.guide.Material.Necessity;
import cn.yiwang.catalog.guide.TimeLimits.Limit;
import cn.yiwang.catalog.onething.OneThing.Step;
import cn.yiwang.standards.calendar.LimitUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OneThingRulesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "1:10 WORKING_DAY, 1:5 WORKING_DAY | 10 | WORKING_DAY",
                "1:10 WORKING_DAY, 2:5 WORKING_DAY | 15 | WORKING_DAY",
                "1:10 WORKING_DAY, 1:5 WORKING_DAY, 2:3 WORKING_DAY, 2:4 WORKING_DAY | 14 | WORKING_DAY",
                "1:4 HOUR, 2:4 HOUR | 8 | HOUR",
                "1:4 HOUR, 2:1 WORKING_DAY | 2 | WORKING_DAY",
                "1:9 HOUR, 1:1 WORKING_DAY | 2 | WORKING_DAY",
                "1:1 MONTH, 2:2 MONTH | 3 | MONTH",
                "1:1 MONTH, 2:2 WORKING_DAY | none | none",
                "1:1 NATURAL_DAY, 1:1 WORKING_DAY | none | none",
            })
    void of_items_side_by_side_the_longest_counts_and_steps_add_up(String parts, Long amount, LimitUnit unit) {
        var promised = PromisedTime.of(
                Stream.of(parts.split(", ")).map(OneThingRulesTest::part).toList());
        assertThat(promised.map(PromisedTime::amount).orElse(null)).isEqualTo(amount);
        assertThat(promised.map(PromisedTime::unit).orElse(null)).isEqualTo(unit);
    }

    @Test
    void a_material_of_the_same_standard_code_is_handed_in_once_at_its_strictest() {
        var merged = MergedMaterial.of(List.of(
                item("A", material("M1", "营业执照", "OPTIONAL", "COPY", 1, "L1000005")),
                item("B", material("M2", "营业执照（副本）", "REQUIRED", "COPY", 2, "L1000005"))));
        assertThat(merged).singleElement().satisfies(material -> {
            assertThat(material.name()).isEqualTo("营业执照");
            assertThat(material.necessity()).isEqualTo(Necessity.REQUIRED);
            assertThat(material.copies()).isEqualTo(2);
            assertThat(material.neededBy())
                    .extracting(MergedMaterial.Need::itemCode)
                    .containsExactly("A", "B");
        });
    }

    @Test
    void without_a_standard_code_name_and_form_decide() {
        var merged = MergedMaterial.of(List.of(
                item("A", material("M1", "平面图", "REQUIRED", "COPY", 1, null)),
                item("B", material("M2", "平 面图", "LATER_ALLOWED", "COPY", 1, null)),
                item("C", material("M3", "平面图", "OPTIONAL", "ORIGINAL", 1, null))));
        assertThat(merged).extracting(MergedMaterial::form).containsExactly(Form.COPY, Form.ORIGINAL);
        assertThat(merged.getFirst().neededBy()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "1:A, SEVERAL_ITEMS",
        "1:A 1:A, ITEMS_ONCE",
        "1:A 3:B, ORDER_WITHOUT_GAPS",
        "2:A 3:B, ORDER_WITHOUT_GAPS",
        "1:A 2:X, ITEMS_IN_FORCE",
    })
    void a_package_that_breaks_a_rule_is_told_where(String steps, OneThingRule rule) {
        var thing = new OneThing("一件事", null, List.of(Audience.ORGANIZATION), steps(steps));
        assertThat(OneThingRule.objectionsTo(thing, inForce()))
                .extracting(OneThingRule.Objection::rule)
                .containsExactly(rule);
    }

    @Test
    void whoever_the_package_serves_every_item_serves() {
        var thing = new OneThing("一件事", null, List.of(Audience.PERSON, Audience.PERSON), steps("1:A 1:B"));
        assertThat(OneThingRule.objectionsTo(thing, inForce()))
                .extracting(OneThingRule.Objection::rule)
                .containsExactly(
                        OneThingRule.AUDIENCES_NAMED_ONCE,
                        OneThingRule.AUDIENCE_SERVED_BY_ALL,
                        OneThingRule.AUDIENCE_SERVED_BY_ALL);
    }

    @Test
    void the_life_of_a_package_covers_every_status() {
        var rows = OneThingLifecycle.TABLE.rows();
        assertThat(Stream.concat(
                        Stream.of(OneThingLifecycle.TABLE.initial()),
                        rows.stream().map(row -> row.to())))
                .containsAll(Arrays.asList(OneThingStatus.values()));
        assertThat(rows.stream().map(row -> (Object) row.event()))
                .containsAll(Arrays.asList(OneThingEvent.class.getPermittedSubclasses()));
    }

    private static Map<String, ItemInForce> inForce() {
        return Map.of("A", item("A"), "B", item("B"));
    }

    private static List<Step> steps(String text) {
        return Stream.of(text.split(" "))
                .map(step -> new Step(Integer.parseInt(step.split(":")[0]), step.split(":")[1], null))
                .toList();
    }

    private static PromisedTime.Part part(String text) {
        var order = Integer.parseInt(text.split(":")[0]);
        var limit = text.split(":")[1].split(" ");
        return new PromisedTime.Part(
                order, new Limit(Integer.parseInt(limit[0]), LimitUnit.valueOf(limit[1]), null, null, true));
    }

    private static ItemInForce item(String code, ObjectNode... materials) {
        var guide = Guides.pharmacyJson();
        var list = guide.putArray("materials");
        Arrays.stream(materials).forEach(list::add);
        return new ItemInForce(code, code, "body", "body", 1, JSON.treeToValue(guide, Guide.class));
    }

    private static ObjectNode material(
            String code, String name, String necessity, String form, int copies, String standardCode) {
        return JSON.createObjectNode()
                .put("code", code)
                .put("name", name)
                .put("necessity", necessity)
                .put("form", form)
                .put("copies", copies)
                .put("maxBytes", 1)
                .put("confirmed", true)
                .put("standardCode", standardCode)
                .set("mediaTypes", JSON.createArrayNode().add("application/pdf"));
    }
}
