package cn.yiwang.catalog.baseitem;

import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static cn.yiwang.testsupport.Persona.CATALOG_PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.catalog.guide.Guides;
import cn.yiwang.catalog.standard.ProvinceDesk;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ProblemTexts;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The province sets a standard by two people; implementations inherit it, and say where and why they differ. */
@ServiceTest
class StandardTest {

    @Autowired
    private MockMvc mockMvc;

    private ProvinceDesk desk;

    @BeforeEach
    void open() {
        desk = new ProvinceDesk(mockMvc);
    }

    @Test
    void a_standard_is_written_published_by_another_and_replaced() throws Exception {
        var base = "432072801W00";
        desk.createBaseItem(base, "药品知识进社区");
        assertThat(desk.read("/api/v1/base-items/" + base)
                        .at("/standard/statutory/amount")
                        .intValue())
                .isEqualTo(20);
        mockMvc.perform(ProvinceDesk.editor(
                        "/api/v1/base-items/" + base + "/standards",
                        "{\"standard\": " + ProvinceDesk.standard("药品知识进校园") + "}"))
                .andExpect(status().isCreated());
        assertThat(desk.read("/api/v1/base-items/" + base).get("name").stringValue())
                .isEqualTo("药品知识进社区");
        mockMvc.perform(put("/api/v1/base-items/{base}/standards/2", base)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"standard\": " + ProvinceDesk.standard("药品知识进乡村") + "}")
                        .header("If-Match", "\"1\"")
                        .with(ProvinceDesk.EDITOR))
                .andExpect(status().isOk());
        mockMvc.perform(ProvinceDesk.call("/api/v1/base-items/" + base + "/standards/2/publications", null)
                        .header("If-Match", "\"2\"")
                        .with(ProvinceDesk.PUBLISHER))
                .andExpect(status().isCreated());
        var now = desk.read("/api/v1/base-items/" + base);
        assertThat(now.get("name").stringValue()).isEqualTo("药品知识进乡村");
        assertThat(now.get("standardVersion").intValue()).isEqualTo(2);
        mockMvc.perform(get("/api/v1/base-items/{base}/standards/1", base).with(ProvinceDesk.EDITOR))
                .andExpect(jsonPath("$.status").value("SUPERSEDED"));
    }

    @Test
    void an_implementation_inherits_and_says_where_it_differs() throws Exception {
        var base = "432072802W00";
        desk.createBaseItem(base, "家庭过期药品回收");
        var implementation = desk.enter(base, Persona.LEAD_BODY, "3", """
                {"aspect": "NAME", "value": "家庭过期药品定点回收", "reason": "市区设有定点药店"}""");
        assertThat(implementation).isEqualTo(Persona.LEAD_BODY + "3" + base);
        var item = desk.enterItem(implementation, "01", "家庭过期药品回收登记");
        var view = desk.read("/api/v1/implementations/" + implementation);
        assertThat(view.get("name").stringValue()).isEqualTo("家庭过期药品定点回收");
        assertThat(view.at("/deviations/0/reason").stringValue()).isEqualTo("市区设有定点药店");
        assertThat(view.at("/standard/name").stringValue()).isEqualTo("家庭过期药品回收");
        assertThat(view.at("/authoritySource/label").stringValue()).isEqualTo("法定本级行使");
        assertThat(view.at("/items/0").stringValue()).isEqualTo(item).hasSize(33);
    }

    @Test
    void a_deviation_found_later_is_put_on_record() throws Exception {
        var base = "432072805W00";
        desk.createBaseItem(base, "慢病用药随访");
        var code = desk.enter(base, Persona.LEAD_BODY, "3", "");
        var path = "/api/v1/implementations/" + code;
        var deviations = """
                {"deviations": [{"aspect": "STATUTORY_LIMIT", "value": "30个工作日", "reason": "本市地方性法规第八条"}]}""";
        desk.refused(record(deviations, path), 428, "precondition-required");
        desk.refused(record(deviations, path).header("If-Match", "\"9\""), 412, "stale-version");
        desk.refused(
                recordAs(Tokens.as(CATALOG_EDITOR), deviations, path).header("If-Match", "\"1\""),
                403,
                "province-only");
        desk.refused(recordAs(ProvinceDesk.PUBLISHER, deviations, path).header("If-Match", "\"1\""), 403, "forbidden");
        desk.refused(
                record(
                                deviations.replace(
                                        "[{",
                                        "[{\"aspect\": \"STATUTORY_LIMIT\", \"value\": \"1\", \"reason\": \"甲\"}, {"),
                                path)
                        .header("If-Match", "\"1\""),
                400,
                "invalid-request");
        desk.refused(
                record(deviations, "/api/v1/implementations/none").header("If-Match", "\"1\""),
                404,
                "implementation-not-found");
        mockMvc.perform(record(deviations, path).header("If-Match", "\"1\""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.deviations[0].reason").value("本市地方性法规第八条"));
        mockMvc.perform(record("{\"deviations\": []}", path).header("If-Match", "\"2\""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.deviations").isEmpty());
    }

    private static MockHttpServletRequestBuilder record(String body, String path) {
        return recordAs(ProvinceDesk.EDITOR, body, path);
    }

    private static MockHttpServletRequestBuilder recordAs(RequestPostProcessor actor, String body, String path) {
        return MockMvcRequestBuilders.put(path + "/deviations")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(actor);
    }

    @Test
    void a_guide_differs_from_the_standard_only_with_a_reason_on_record() throws Exception {
        var base = "432072807W00";
        desk.createBaseItem(base, "执业药师下基层");
        var implementation = desk.enter(base, Persona.LEAD_BODY, "3", "");
        var item = desk.enterItem(implementation, "01", "执业药师下基层预约");
        var guide = Guides.pharmacyJson()
                .toString()
                .replace("M00017200500001", "M" + base + "01")
                .replace("药品零售经营许可申请书", "下基层预约表");
        mockMvc.perform(ProvinceDesk.call("/api/v1/items/" + item + "/drafts", "{\"guide\": " + guide + "}")
                        .with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(status().isCreated());
        var code = "publish-rule.differences-from-the-standard-are-justified";
        mockMvc.perform(publication(item))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("/problems/guide-not-publishable"))
                .andExpect(jsonPath("$.errors[*].code", everyItem(is(code))))
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/guide/materials/0")));
        var deviation = """
                {"deviations": [{"aspect": "MATERIALS", "value": "收取预约表", "reason": "试点期间另行制定"}]}""";
        mockMvc.perform(record(deviation, "/api/v1/implementations/" + implementation)
                        .header("If-Match", "\"1\""))
                .andExpect(status().isOk());
        mockMvc.perform(get("/api/v1/items/{item}/drafts/1/findings", item).with(Tokens.as(CATALOG_PUBLISHER)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].severity", everyItem(not("BLOCKING"))))
                .andExpect(jsonPath("$[*].code", not(hasItem(code))));
    }

    private static MockHttpServletRequestBuilder publication(String item) {
        return ProvinceDesk.call("/api/v1/items/" + item + "/drafts/1/publications", """
                        {"effectiveFrom": "%s", "note": "核对过来源"}""".formatted(
                                LocalDate.now(MovableClock.shared()).plusDays(1)))
                .header("If-Match", "\"1\"")
                .with(Tokens.as(CATALOG_PUBLISHER));
    }

    @Test
    void nothing_is_entered_below_a_code_whose_end_is_decided() throws Exception {
        var base = "432072806W00";
        desk.createBaseItem(base, "药品追溯查询");
        var implementation = desk.enter(base, Persona.LEAD_BODY, "3", "");
        mockMvc.perform(ProvinceDesk.publisher("/api/v1/successions", """
                        {"kind": "ABOLISH", "from": ["%s"], "to": [], "effectiveOn": "%s", "basis": "试验"}""".formatted(
                                base, LocalDate.now(MovableClock.shared()).plusDays(30))))
                .andExpect(status().isCreated());
        desk.refused(
                ProvinceDesk.editor(
                        "/api/v1/implementations/" + implementation + "/items",
                        "{\"sequence\": \"01\", \"name\": \"药品追溯查询\"}"),
                409,
                "code-has-ended");
        desk.refused(
                ProvinceDesk.editor(
                        "/api/v1/base-items/" + base + "/implementations", """
                {"body": "%s", "level": "4", "authoritySource": "1", "deviations": []}""".formatted(Persona.LEAD_BODY)),
                409,
                "code-has-ended");
    }

    @Test
    void what_is_refused() throws Exception {
        var base = "432072803W00";
        desk.createBaseItem(base, "用药咨询");
        var body = "{\"code\": \"%s\", \"standard\": %s}".formatted(base, ProvinceDesk.standard("用药咨询"));
        var standard = "{\"standard\": " + ProvinceDesk.standard("用药咨询二") + "}";
        var standards = "/api/v1/base-items/" + base + "/standards";
        desk.refused(ProvinceDesk.editor("/api/v1/base-items", body), 409, "base-item-exists");
        desk.refused(
                ProvinceDesk.editor("/api/v1/base-items", body.replace(base, "999972803W00")), 400, "invalid-request");
        desk.refused(
                ProvinceDesk.call("/api/v1/base-items", body).with(Tokens.as(CATALOG_EDITOR)), 403, "province-only");
        desk.refused(ProvinceDesk.call("/api/v1/base-items", body).with(Tokens.as(AGENT)), 403, "forbidden");
        desk.refused(ProvinceDesk.call("/api/v1/base-items", body), 401, "unauthenticated");
        desk.refused(ProvinceDesk.editor(standards, "{\"standard\": {}}"), 400, "invalid-request");
        desk.refused(get("/api/v1/base-items/432072899W00"), 404, "base-item-not-found");
        desk.refused(get("/api/v1/base-items/none"), 404, "base-item-not-found");
        desk.refused(get("/api/v1/base-items/{code}", "没有"), 404, "base-item-not-found");
        desk.refused(
                ProvinceDesk.editor("/api/v1/base-items/432072899W00/standards", standard), 404, "base-item-not-found");
        mockMvc.perform(ProvinceDesk.editor(standards, standard)).andExpect(status().isCreated());
        desk.refused(ProvinceDesk.editor(standards, standard), 409, "standard-draft-exists");
        var publication = standards + "/2/publications";
        desk.refused(ProvinceDesk.publisher(publication, null), 428, "precondition-required");
        desk.refused(ProvinceDesk.publisher(publication, null).header("If-Match", "\"9\""), 412, "stale-version");
        desk.refused(
                ProvinceDesk.call(publication, null)
                        .header("If-Match", "\"1\"")
                        .with(ProvinceDesk.province("province-editor", Role.CATALOG_EDITOR, Role.CATALOG_PUBLISHER)),
                403,
                "standard-needs-another-publisher");
        desk.refused(
                ProvinceDesk.publisher(standards + "/1/publications", null).header("If-Match", "\"2\""),
                404,
                "standard-not-found");
        desk.refused(
                put(standards + "/2")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(standard)
                        .header("If-Match", "\"7\"")
                        .with(ProvinceDesk.EDITOR),
                412,
                "stale-version");
    }

    @Test
    void codes_that_are_not_assigned() throws Exception {
        var base = "432072804W00";
        desk.createBaseItem(base, "药师在线");
        var implementations = "/api/v1/base-items/" + base + "/implementations";
        var request = """
                {"body": "%s", "level": "3", "authoritySource": "1", "deviations": []}""".formatted(Persona.LEAD_BODY);
        var implementation = desk.enter(base, Persona.LEAD_BODY, "3", "");
        desk.refused(ProvinceDesk.editor(implementations, request), 409, "implementation-exists");
        desk.refused(
                ProvinceDesk.editor(implementations, request.replace(Persona.LEAD_BODY, "91431000MA4YWT0E1N")),
                400,
                "invalid-request");
        desk.refused(ProvinceDesk.editor(implementations, request.replace("\"3\"", "\"7\"")), 400, "invalid-request");
        var twice = "{\"aspect\": \"VISITS\", \"value\": \"1\", \"reason\": \"甲\"}";
        desk.refused(
                ProvinceDesk.editor(
                        implementations,
                        request.replace("[]", "[" + twice + "," + twice + "]").replace("\"3\"", "\"4\"")),
                400,
                "invalid-request");
        desk.refused(ProvinceDesk.call(implementations, request).with(Tokens.as(CATALOG_EDITOR)), 403, "province-only");
        var items = "/api/v1/implementations/" + implementation + "/items";
        var item = "{\"sequence\": \"01\", \"name\": \"药师在线咨询\"}";
        desk.enterItem(implementation, "01", "药师在线咨询");
        desk.refused(ProvinceDesk.editor(items, item), 409, "business-item-exists");
        desk.refused(ProvinceDesk.editor(items, item.replace("01", "00")), 400, "invalid-request");
        desk.refused(ProvinceDesk.call(items, item).with(Tokens.as(CATALOG_EDITOR)), 403, "province-only");
        desk.refused(ProvinceDesk.editor("/api/v1/implementations/none/items", item), 404, "implementation-not-found");
        desk.refused(get("/api/v1/implementations/none"), 404, "implementation-not-found");
        desk.refused(get("/api/v1/implementations/{code}", "没有"), 404, "implementation-not-found");
    }

    @Test
    void every_problem_has_its_texts_and_its_page() {
        ProblemTexts.check(StandardProblem.class);
    }
}
