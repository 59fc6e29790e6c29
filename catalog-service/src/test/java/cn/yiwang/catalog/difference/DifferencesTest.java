package cn.yiwang.catalog.difference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.catalog.guide.Guides;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class DifferencesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'visits':0} | {'visits':0} | ~~",
                "{'visits':0} | {'visits':1} | CHANGED /visits",
                "{'visitReason':null} | {'visitReason':'看现场'} | ADDED /visitReason",
                "{'visitReason':'看现场'} | {} | REMOVED /visitReason",
                "{'visitReason':null} | {} | ~~",
                "{'materials':[{'code':'A','copies':1}]} | {'materials':[{'code':'B','copies':1},{'code':'A','copies':1}]} | ADDED /materials/0",
                "{'materials':[{'code':'A'},{'code':'B'}]} | {'materials':[{'code':'B'},{'code':'A'}]} | ~~",
                "{'materials':[{'code':'A','copies':1},{'code':'B'}]} | {'materials':[{'code':'A','copies':2}]} | CHANGED /materials/0/copies, REMOVED /materials/1",
                "{'conditions':[{'order':1,'text':'甲'}]} | {'conditions':[{'order':2,'text':'乙'},{'order':1,'text':'丙'}]} | ADDED /conditions/0, CHANGED /conditions/1/text",
                "{'links':[{'order':2,'department':{'code':'X'}},{'order':2,'department':{'code':'Y'},'name':'审查'}]} | {'links':[{'order':2,'department':{'code':'Y'},'name':'复核'},{'order':2,'department':{'code':'X'}}]} | CHANGED /links/0/name",
                "{'basis':[{'title':'药品管理法','article':'51'},{'title':'药品管理法','article':'52'}]} | {'basis':[{'title':'药品管理法','article':'52'}]} | REMOVED /basis/0",
                "{'audiences':['PERSON']} | {'audiences':['ORGANIZATION','PERSON']} | ADDED /audiences/0",
                "{'unheard':{'a/b':1}} | {'unheard':{'a/b':2}} | CHANGED /unheard/a~1b",
                "{'x':[{'a':1},{'a':1}]} | {'x':[{'a':1}]} | REMOVED /x/1",
                "{'x':1} | {'x':[1]} | CHANGED /x",
            })
    void what_is_different(String before, String after, String differences) {
        var found = Differences.between(JSON.readTree(json(before)), JSON.readTree(json(after)));
        assertThat(found.stream().map(one -> one.kind() + " " + one.pointer()).collect(Collectors.joining(", ")))
                .isEqualTo(differences);
    }

    @Test
    void a_difference_says_where_it_is_in_both_languages_and_what_was_there() {
        var found = Differences.between(Guides.pharmacyJson(), changed(guide -> {
            var material = (ObjectNode) guide.at("/materials/0");
            material.put("copies", material.get("copies").intValue() + 1);
        }));
        assertThat(found).singleElement().satisfies(difference -> {
            assertThat(difference.label()).isNotNull();
            var name = Guides.pharmacyJson().at("/materials/0/name").stringValue();
            assertThat(difference.label().zh()).isEqualTo("申请材料“" + name + "”：份数");
            assertThat(difference.label().en()).isEqualTo("Materials \"" + name + "\": Copies");
            assertThat(difference.before()).isEqualTo(Guides.pharmacyJson().at("/materials/0/copies"));
        });
    }

    @Test
    void every_member_of_a_guide_has_a_label() {
        var empty = JSON.createObjectNode();
        assertThat(Differences.between(empty, Guides.pharmacyJson()))
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference.label()).isNotNull());
        var deep = Differences.between(blank(Guides.pharmacyJson()), Guides.pharmacyJson());
        assertThat(deep).hasSizeGreaterThan(100).allSatisfy(difference -> assertThat(difference.label())
                .as(difference.pointer())
                .isNotNull());
    }

    /** The same guide in which every value is another one. */
    private static ObjectNode blank(ObjectNode guide) {
        for (var name : List.copyOf(guide.propertyNames())) {
            var value = guide.get(name);
            if (value instanceof ObjectNode object) {
                blank(object);
            } else if (value instanceof ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    if (array.get(i) instanceof ObjectNode element) {
                        blank(element);
                    }
                }
            } else if (!name.equals("code") && !name.equals("order") && !name.equals("title")) {
                guide.put(name, "another");
            }
        }
        return guide;
    }

    private static ObjectNode changed(Consumer<ObjectNode> change) {
        var guide = Guides.pharmacyJson();
        change.accept(guide);
        return guide;
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
