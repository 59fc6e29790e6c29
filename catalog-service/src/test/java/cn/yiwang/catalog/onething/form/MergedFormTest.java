package cn.yiwang.catalog.onething.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.catalog.guide.ApplicationForm.UiHint;
import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.Guides;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Several guides, one form. */
class MergedFormTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FIRST = "11431000MB1938148M300017200500001";
    private static final String SECOND = "11431000MB1938148M300017202800001";

    @Test
    void what_two_items_ask_alike_is_asked_once() {
        var form = form(guide -> {}, guide -> {});
        assertThat(form.questions())
                .extracting(question -> question.question().id())
                .containsExactly("pharmacist", "kind");
        assertThat(form.questions().getFirst().itemCodes()).containsExactly(FIRST, SECOND);
        assertThat(schema(form).at("/properties/form/properties").propertyNames())
                .containsExactlyInAnyOrder("storeName", "creditCode", "premises", "manager", "pharmacists", "scope");
        assertThat(schema(form).at("/$defs").propertyNames()).containsExactly("person");
        assertThat(form.items().get(1).fields()).containsEntry("manager", "manager");
        assertThat(form.ui()).extracting(UiHint::field).doesNotHaveDuplicates();
        assertThat(form.questions().getFirst().question().answers())
                .allSatisfy(answer -> assertThat(answer.includes()).isNull());
    }

    @Test
    void what_is_called_alike_and_is_something_else_has_a_name_of_its_own() {
        var form = form(guide -> {}, guide -> {
            ((ObjectNode) guide.at("/situations/1")).put("text", "开什么样的企业？");
            ((ObjectNode) guide.at("/form/schema/properties/manager")).put("maxLength", 20);
        });
        assertThat(form.questions())
                .extracting(question -> question.question().id())
                .containsExactly("pharmacist", "kind", "kind-2");
        assertThat(form.items().get(1).questions()).containsEntry("kind-2", "kind");
        assertThat(form.items().get(1).fields()).containsEntry("manager_2", "manager");
        assertThat(schema(form).at("/properties/form/required").valueStream().map(JsonNode::stringValue))
                .contains("manager", "manager_2")
                .doesNotHaveDuplicates();
        assertThat(form.ui()).extracting(UiHint::field).contains("/manager", "/manager_2");
        assertThat(MergedForm.ownAnswers(
                        form.items().get(1), Map.of("kind-2", List.of("chain"), "kind", List.of("single"))))
                .containsExactly(Map.entry("kind", List.of("chain")));
    }

    @Test
    void definitions_of_one_name_stay_apart_when_they_differ() {
        var form = form(guide -> {}, guide -> ((ObjectNode) guide.at("/form/schema/$defs/person/properties/name"))
                .put("maxLength", 9));
        assertThat(schema(form).at("/$defs").propertyNames()).containsExactly("person", "person_2");
        assertThat(schema(form)
                        .at("/properties/form/properties/pharmacists_2/items/$ref")
                        .stringValue())
                .isEqualTo("#/$defs/person_2");
    }

    @Test
    void a_form_whose_fields_depend_on_each_other_stays_whole() {
        var form = form(guide -> {}, guide -> ((ObjectNode) guide.at("/form/schema"))
                .set("if", JSON.readTree("{\"required\":[\"scope\"]}")));
        assertThat(form.items().get(1).fields()).containsExactly(Map.entry(SECOND, ""));
        assertThat(schema(form)
                        .at("/properties/form/properties/" + SECOND + "/if/required/0")
                        .stringValue())
                .isEqualTo("scope");
        assertThat(form.ui()).extracting(UiHint::field).contains("/manager", "/" + SECOND + "/manager");
    }

    @Test
    void the_form_takes_what_is_whole_and_nothing_else() {
        var schema = compiled(form(guide -> {}, guide -> {}));
        var filled = """
                {"situation":{"pharmacist":["licensed"],"kind":["single"]},
                 "form":{"storeName":"药店","creditCode":"91431000MA4YWT0E1N","premises":"某路","manager":"王某",
                         "pharmacists":[{"name":"李某"}]}}""";
        assertThat(schema.validate(filled, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(filled.replace("\"manager\":\"王某\",", ""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(filled.replace("single", "unheard"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(filled.replace("李某", ""), InputFormat.JSON)).isNotEmpty();
    }

    private static Schema compiled(MergedForm form) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.writeValueAsString(form.schema()), InputFormat.JSON);
    }

    private static JsonNode schema(MergedForm form) {
        return JSON.valueToTree(form.schema());
    }

    private static MergedForm form(Consumer<ObjectNode> first, Consumer<ObjectNode> second) {
        return MergedForm.of(
                "一件事", List.of(new PartOfPackage(FIRST, 1, guide(first)), new PartOfPackage(SECOND, 3, guide(second))));
    }

    private static Guide guide(Consumer<ObjectNode> change) {
        return Guides.with(json -> {
            change.accept(json);
            return json;
        });
    }
}
