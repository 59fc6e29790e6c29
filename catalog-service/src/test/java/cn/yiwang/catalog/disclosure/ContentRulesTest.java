package cn.yiwang.catalog.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.catalog.disclosure.ContentRules.Objection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContentRulesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> KNOWN = Set.of("000172028000");

    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of("{'kind':'FAQ'}", List.of()),
                Arguments.of("{'kind':'NOTICE','items':['000172028000']}", List.of()),
                Arguments.of(
                        "{'kind':'NOTICE','items':['000172028000','000172028000','000199999000']}",
                        List.of("/content/items/1 items-are-known-once", "/content/items/2 items-are-known-once")),
                Arguments.of("{'kind':'SUPERVISION_CHANNEL'}", List.of("/content/channel part-belongs-to-its-kind")),
                Arguments.of("{'kind':'SUPERVISION_CHANNEL','channel':{'phone':'0735-12345'}}", List.of()),
                Arguments.of(
                        "{'kind':'SUPERVISION_CHANNEL','channel':{'hours':'周一至周五'}}",
                        List.of("/content/channel channel-has-a-way-in")),
                Arguments.of(
                        "{'kind':'FAQ','channel':{'phone':'12345'}}",
                        List.of("/content/channel part-belongs-to-its-kind")),
                Arguments.of("{'kind':'INTERMEDIARY_SERVICE'}", List.of("/content/service part-belongs-to-its-kind")),
                Arguments.of(
                        "{'kind':'INTERMEDIARY_INSTITUTION','institution':{'creditCode':'91431000MA4YWT0E1N',"
                                + "'name':'检测机构（示例）','services':['检测']}}",
                        List.of()),
                Arguments.of(
                        "{'kind':'INTERMEDIARY_INSTITUTION','institution':{'creditCode':'91431000MA4YWT0E1X',"
                                + "'name':'检测机构（示例）','services':['检测']}}",
                        List.of("/content/institution/creditCode credit-code-is-valid")));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void each_part_fits_the_others(String content, List<String> objections) {
        assertThat(ContentRules.objectionsTo(content(content), KNOWN))
                .extracting(ContentRulesTest::brief)
                .isEqualTo(objections);
    }

    @Test
    void the_fingerprint_is_of_every_part_and_survives_storage() {
        var one = content("{'kind':'NOTICE','items':['000172028000']}");
        assertThat(ContentJson.hash(ContentJson.read(ContentJson.write(one))))
                .isEqualTo(ContentJson.hash(one))
                .matches("[0-9a-f]{64}");
        assertThat(Stream.of(
                                "{'kind':'NOTICE','items':['000172028000']}",
                                "{'kind':'FAQ','items':['000172028000']}",
                                "{'kind':'NOTICE'}",
                                "{'kind':'NOTICE','title':'别的'}",
                                "{'kind':'NOTICE','text':'文本 '}",
                                "{'kind':'NOTICE','issuer':'某局'}",
                                "{'kind':'NOTICE','documentNumber':'某局'}",
                                "{'kind':'NOTICE','channel':{'phone':'12345'}}",
                                "{'kind':'NOTICE','channel':{'hours':'12345'}}")
                        .map(text -> ContentJson.hash(content(text)))
                        .distinct())
                .hasSize(9);
    }

    static DocumentContent content(String partly) {
        var node = (ObjectNode) JSON.readTree(partly.replace('\'', '"'));
        if (!node.has("title")) {
            node.put("title", "标题");
        }
        if (!node.has("text")) {
            node.put("text", "文本");
        }
        if (!node.has("items")) {
            node.putArray("items");
        }
        return ContentJson.read(node.toString());
    }

    private static String brief(Objection objection) {
        return objection.pointer() + " " + objection.rule().replace("disclosure-rule.", "");
    }
}
