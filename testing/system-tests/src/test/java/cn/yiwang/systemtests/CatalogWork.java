package cn.yiwang.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Tokens;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A public service of its own for one journey: entered by the province, written and published by the lead body. */
final class CatalogWork {

    static final String PROVINCE_EDITOR = province("province-editor", Role.CATALOG_EDITOR);
    static final String PROVINCE_PUBLISHER = province("province-publisher", Role.CATALOG_PUBLISHER);
    static final String EDITOR = Tokens.bearer(Persona.CATALOG_EDITOR);
    static final String PUBLISHER = Tokens.bearer(Persona.CATALOG_PUBLISHER);

    /** A guide that is known to keep the rules, to write the new one after. */
    private static final String MODEL = "11431000MB1938148M300017202800002";

    private final String baseCode = "4320%05dW%02d"
            .formatted(
                    ThreadLocalRandom.current().nextInt(100_000),
                    ThreadLocalRandom.current().nextInt(100));

    private static String province(String subject, Role role) {
        return Tokens.staff(subject)
                .department("11430000MB169231XX")
                .division("430000")
                .roles(role)
                .bearer();
    }

    String baseCode() {
        return baseCode;
    }

    String item() {
        return Persona.LEAD_BODY + "3" + baseCode + "01";
    }

    String path(String below) {
        return "/api/v1/items/" + item() + below;
    }

    /** What the province asks to be entered as a base item: it rests on the same law as the model. */
    String baseItem() {
        return """
                {"code": "%s", "standard": {"name": "用药指导（示例）", "basis": [
                   {"title": "医疗器械监督管理条例", "documentNumber": "国务院令第739号"},
                   {"title": "医疗器械经营监督管理办法", "documentNumber": "国家市场监督管理总局令第54号"}],
                 "materials": [], "duties": [{"stage": "受理责任", "text": "一次性告知。"}],
                 "accountable": [{"who": "直接负责的主管人员", "causes": "不履行职责的。"}]}}""".formatted(baseCode);
    }

    /** The model's guide under the codes of this item. */
    ObjectNode guide() {
        var model = Call.get("/api/v1/items/" + MODEL).send().expect(200).json().path("guide");
        var text = model.toString().replace("M000172028000" + "02", "M" + baseCode + "01");
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    static String asDraft(ObjectNode guide) {
        return "{\"guide\": " + guide + "}";
    }

    Answer state() {
        return Call.get(path("/state")).send().expect(200);
    }

    /** A decision about the item as it is now. */
    Call decision(String kind, String body) {
        return Call.post(path("/" + kind)).as(PUBLISHER).ifMatch(state().etag()).json(body);
    }

    void isUnchangedSince(Answer state) {
        assertThat(state().body()).isEqualTo(state.body());
    }
}
