package cn.yiwang.catalog.rule;

import static cn.yiwang.catalog.rule.Proposals.NOTE;
import static cn.yiwang.catalog.rule.Proposals.proposed;
import static cn.yiwang.catalog.rule.Proposals.set;
import static cn.yiwang.catalog.rule.PublishRule.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.Guides;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;

/** The complete guide of the contract, something wrong in one of its elements, and the rule that finds it there. */
class GuideElementRulesTest {

    private static final String FEE =
            "{'name':'工本费','amount':1000,'currency':'CNY','unit':'证','basis':'价费文件','charge':'FIXED'}";
    private static final String INTERMEDIARY =
            "{'name':'检测','basis':'某规定','payer':'APPLICANT','materialCode':'M0001720050000199'}";
    private static final String DEEP = "{'a':".repeat(20) + "1" + "}".repeat(20);

    @Test
    void only_what_is_unconfirmed_is_found_in_a_complete_guide() {
        assertThat(PublishRule.findings(proposed(complete(), NOTE)))
                .allMatch(finding -> finding.severity() == Severity.UNCONFIRMED);
    }

    static Stream<Arguments> wrongs() {
        return Stream.of(
                wrong(BASIS_IS_IN_FORCE, "/guide/basis/0", "/basis/0/inForceFrom", "'2027-01-01'"),
                wrong(BASIS_IS_IN_FORCE, "/guide/basis/1", "/basis/1/inForceTo", "'2026-11-21'"),
                wrong(BASIS_IS_IN_FORCE, "/guide/basis/2", "/basis/-", "{'title':'药品经营许可证管理办法','confirmed':true}"),
                wrong(
                        BASIS_IS_IN_FORCE,
                        "/guide/basis/2",
                        "/basis/-",
                        "{'title':'实施条例','documentNumber':'中华人民共和国国务院令 第709号','confirmed':true}"),
                wrong(
                        BASIS_IS_IN_FORCE,
                        "/guide/timeLimits/statutory/basis",
                        "/timeLimits/statutory/basis",
                        "'医疗器械监督管理条例（国务院令第680号）第三十一条'"),
                wrong(LICENCE_NAMES_ITS_BASIS, "/guide/basis", "/basis", "[]"),
                wrong(
                        STATUTORY_WITHIN_THE_GENERAL_LIMIT,
                        "/guide/timeLimits/statutory/amount",
                        "/timeLimits/statutory/amount",
                        "21"),
                wrong(LICENCE_LISTS_FIVE_LINKS, "/guide/links", "/links", links()),
                wrong(
                        DEPARTMENTS_ARE_KNOWN,
                        "/guide/handling/severalBodies/others/0/code",
                        other("11430000MB169231XX")),
                wrong(SEVERAL_BODIES_ARE_NAMED, "/guide/handling/severalBodies", "/handling/severalBodies", "null"),
                wrong(FULLY_ONLINE_NEEDS_NO_VISIT, "/guide/handling/onlineDepth", "/handling/onlineDepth", "'LEVEL_4'"),
                wrong(
                        CASE_WITHOUT_VISITS_HAS_A_CHANNEL,
                        "/guide/handling/channels",
                        "/visits=0",
                        "/visitReason=null",
                        "/handling/channels=['WINDOW']"),
                wrong(ON_THE_SPOT_IS_ON_THE_SPOT, "/guide/handling/examination", "/handling/caseType", "'IMMEDIATE'"),
                wrong(
                        ON_THE_SPOT_IS_ON_THE_SPOT,
                        "/guide/handling/caseType",
                        "/handling/caseType='IMMEDIATE'",
                        "/handling/examination='ON_THE_SPOT'"),
                wrong(ON_THE_SPOT_IS_ON_THE_SPOT, "/guide/handling/caseType", "/timeLimits/promised/amount", "0"),
                wrong(
                        SERVICE_OBJECTS_FIT_THE_AUDIENCES,
                        "/guide/handling/serviceObjects",
                        "/handling/serviceObjects",
                        "['NATURAL_PERSON']"),
                wrong(TOPICS_FIT_THE_AUDIENCES, "/guide/topics/person", "/topics/person", "['145']"),
                wrong(TOPICS_FIT_THE_AUDIENCES, "/guide/topics/organization", "/audiences", "['PERSON']"),
                wrong(
                        QUANTITY_LIMIT_IS_EXPLAINED,
                        "/guide/handling/quantityLimit/explanation",
                        "/handling/quantityLimit/limited",
                        "true"),
                wrong(
                        SPECIAL_PROCEDURES_ARE_LAWFUL,
                        "/guide/specialProcedures/1/excluded",
                        "/specialProcedures/1/excluded",
                        "true"),
                wrong(CONDITIONS_ARE_NUMBERED_ONCE, "/guide/conditions/1/order", "/conditions/1/order", "1"),
                wrong(
                        OBTAINABLE_MATERIAL_IS_NOT_DEMANDED,
                        "/guide/materials/1/freeSubmission",
                        "/materials/1/freeSubmission",
                        "null"),
                wrong(
                        OBTAINABLE_MATERIAL_IS_NOT_DEMANDED,
                        "/guide/materials/7/freeSubmission",
                        "/materials/7/freeSubmission",
                        "'NONE'"),
                wrong(
                        FREE_SUBMISSION_HAS_A_KEY,
                        "/guide/materials/1/standardCode",
                        "/materials/1/standardCode",
                        "null"),
                wrong(
                        APPLICATION_FORM_CAN_BE_TAKEN,
                        "/guide/materials/0/notes/blankForm",
                        "/materials/0/notes/blankForm",
                        "null"),
                wrong(
                        INTERMEDIARY_YIELDS_A_MATERIAL,
                        "/guide/intermediaryServices/0/materialCode",
                        "/intermediaryServices/-",
                        INTERMEDIARY),
                wrong(FEES_ARE_COMPUTABLE, "/guide/fees/0", "/fees/-=" + FEE, "/fees/0/charge='FORMULA'"),
                wrong(FEES_ARE_COMPUTABLE, "/guide/fees/0", "/fees/-=" + FEE, "/fees/0/amount=0"),
                wrong(FEES_ARE_COMPUTABLE, "/guide/fees/1", "/fees/-=" + FEE, "/fees/-=" + FEE),
                wrong(PAID_ONLINE_FITS_THE_FEES, "/guide/handling/paidOnline", "/handling/paidOnline", "true"),
                wrong(
                        FEES_SAY_WHETHER_PAID_ONLINE,
                        "/guide/handling/paidOnline",
                        "/fees/-=" + FEE,
                        "/handling/paidOnline=null"),
                wrong(RESULT_FITS_ITS_NAME, "/guide/result/kind", "/result/name", "'关于开办药店的批复'"),
                wrong(RESULT_HAS_A_SAMPLE, "/guide/result/sample", "/result/sample", "null"),
                wrong(CONTACTS_ARE_NAMED, "/guide/contacts", "/contacts/complaint", "[]"),
                wrong(CONTACTS_ARE_NAMED, "/guide/contacts", "/contacts", "null"),
                wrong(PHONES_DIFFER, "/guide/contacts/complaint", "/contacts/complaint/0/value", "'0735-12345'"),
                wrong(
                        PHONES_HAVE_AREA_CODES,
                        "/guide/contacts/consultation/0/value",
                        "/contacts/consultation/0/value",
                        "'2223334'"),
                wrong(REMEDIES_ARE_NAMED, "/guide/remedies", "/remedies/litigation", "null"),
                wrong(PLACES_ARE_NAMED, "/guide/places", "/places", "[]"),
                wrong(HOURS_MAKE_SENSE, "/guide/places/0/hours/1", "/places/0/hours/1/closes", "'13:00'"),
                wrong(HOURS_MAKE_SENSE, "/guide/places/0/hours/2", "/places/0/hours/2/to", "null"),
                wrong(LICENCE_ANSWERS_QUESTIONS, "/guide/faq", "/faq", "[]"),
                wrong(
                        SITUATIONS_FIT_THE_GUIDE,
                        "/guide/situations/0/answers/0/includes/materials/0",
                        "/situations/0/answers/0/includes/materials/0",
                        "'M0001720050000199'"),
                wrong(
                        SITUATIONS_FIT_THE_GUIDE,
                        "/guide/situations/0/answers/0/includes/links/0",
                        "/situations/0/answers/0/includes/links/-",
                        "'决定'"),
                wrong(SITUATIONS_FIT_THE_GUIDE, "/guide/situations/1/id", "/situations/1/id", "'pharmacist'"),
                wrong(
                        SITUATIONS_FIT_THE_GUIDE,
                        "/guide/situations/1/answers/1/id",
                        "/situations/1/answers/1/id",
                        "'single'"),
                wrong(
                        SITUATIONS_FIT_THE_GUIDE,
                        "/guide/situations/0/askedIf/0",
                        "/situations/0/askedIf/-",
                        "{'question':'kind','answer':'single'}"),
                wrong(FORM_IS_A_SOUND_SCHEMA, "/guide/form/schema/type", "/form/schema/type", "'array'"),
                wrong(
                        FORM_IS_A_SOUND_SCHEMA,
                        "/guide/form/schema/properties/storeName/type",
                        "/form/schema/properties/storeName/type",
                        "'text'"),
                wrong(
                        FORM_IS_A_SOUND_SCHEMA,
                        "/guide/form/schema/properties/pharmacists/items/$ref",
                        "/form/schema/properties/pharmacists/items/$ref",
                        "'https://elsewhere.example/schema'"),
                wrong(
                        FORM_IS_A_SOUND_SCHEMA,
                        "/guide/form/schema/properties/creditCode/pattern",
                        "/form/schema/properties/creditCode/pattern",
                        "'(['"),
                wrong(
                        FORM_IS_A_SOUND_SCHEMA,
                        "/guide/form/schema/default" + "/a".repeat(16),
                        "/form/schema/default",
                        DEEP),
                wrong(
                        FORM_IS_A_SOUND_SCHEMA,
                        "/guide/form/schema",
                        "/form/schema/title",
                        "'" + "长".repeat(70_000) + "'"),
                wrong(
                        FORM_IS_A_SOUND_SCHEMA,
                        "/guide/form/schema/properties/pharmacists/items/$ref",
                        "/form/schema/properties/pharmacists/items/$ref",
                        "'#/$defs/nowhere'"),
                wrong(
                        FORM_IS_A_SOUND_SCHEMA,
                        "/guide/form/schema/$defs/round/allOf/0/$ref",
                        "/form/schema/$defs/round",
                        "{'allOf':[{'$ref':'#/$defs/round'}]}"),
                wrong(
                        FORM_IS_A_SOUND_SCHEMA,
                        "/guide/form/schema/patternProperties",
                        "/form/schema/patternProperties",
                        "{'([':{'type':'string'}}"),
                wrong(FORM_IS_A_SOUND_SCHEMA, "/guide/form/ui/0/field", "/form/ui/0/field", "'/nowhere'"));
    }

    private static Arguments wrong(PublishRule rule, String pointer, String... changes) {
        return arguments(
                rule,
                pointer,
                changes.length == 2 && !changes[0].contains("=")
                        ? new String[] {changes[0] + "=" + changes[1]}
                        : changes);
    }

    private static String other(String code) {
        return "/handling/severalBodies/others/0/code='" + code + "'";
    }

    private static String links() {
        var links = (ArrayNode) Guides.pharmacyJson().get("links");
        links.remove(links.size() - 1);
        return links.toString();
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void what_is_wrong_is_found_at_its_place(PublishRule rule, String pointer, String[] changes) {
        var guide = complete(changes);
        assertThat(PublishRule.findings(proposed(guide, NOTE)))
                .filteredOn(finding -> finding.rule() == rule)
                .extracting(Finding::pointer)
                .contains(pointer);
        assertThat(PublishRule.findings(proposed(complete(), NOTE)))
                .extracting(Finding::rule)
                .doesNotContain(rule);
    }

    private static Guide complete(String... changes) {
        return Guides.with(json -> {
            set(json, "/result/sample", "{'name':'样本','url':'https://example.gov.cn/sample.pdf'}");
            for (var change : changes) {
                var equals = change.indexOf('=');
                set(json, change.substring(0, equals), change.substring(equals + 1));
            }
            return json;
        });
    }
}
