package cn.yiwang.catalog.onething;

import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static cn.yiwang.testsupport.Persona.CATALOG_PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ProblemTexts;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A package is written, published by somebody else, read, succeeded and withdrawn; and everything that is refused. */
@ServiceTest
class OneThingTest {

    private static final String ROOT = "/api/v1/one-things/";
    private static final String FIRST = "11431000MB1938148M300017200500001";
    private static final String SECOND = "11431000MB1938148M300017202800001";
    private static final String PACKAGE = """
            {"oneThing": {"name": "%s", "audiences": ["ORGANIZATION"], "steps": [
              {"order": 1, "itemCode": "%s"}, {"order": %d, "itemCode": "%s"}]}}""";

    @Autowired
    private MockMvc mockMvc;

    @Test
    void the_seed_opens_a_pharmacy_in_two_steps_with_each_material_once() throws Exception {
        mockMvc.perform(get(ROOT + "kai-yao-dian"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("开药店一件事"))
                .andExpect(jsonPath("$.complete").value(true))
                .andExpect(jsonPath("$.steps", hasSize(2)))
                .andExpect(jsonPath("$.steps[0].items", hasSize(2)))
                .andExpect(jsonPath("$.steps[0].items[0].name").value("开办药品零售企业许可"))
                .andExpect(jsonPath("$.materials[?(@.standardCode == 'L1000005')]", hasSize(1)))
                .andExpect(jsonPath("$.promised.unit").value("WORKING_DAY"));
    }

    @Test
    void packages_are_found_by_a_part_of_their_name() throws Exception {
        mockMvc.perform(get("/api/v1/one-things").param("query", "药店"))
                .andExpect(status().isOk())
                .andExpect(
                        jsonPath("$.items[?(@.code == 'kai-yao-dian')].items").value(3));
        mockMvc.perform(get("/api/v1/one-things").param("query", "没有这样的")).andExpect(jsonPath("$.items", hasSize(0)));
        mockMvc.perform(get("/api/v1/one-things").param("query", "%")).andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void a_package_lives_from_draft_to_withdrawal() throws Exception {
        var opened = open("a-life", packageOf("第一版", 2)).andExpect(status().isCreated());
        refused(get(ROOT + "a-life"), 404, "one-thing-not-found");
        mockMvc.perform(get("/api/v1/one-thing-drafts").with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(jsonPath("$.items[?(@.code == 'a-life')].version").value(1));
        var rewritten = mockMvc.perform(json(put(ROOT + "a-life/drafts/1"), packageOf("第一版改", 1))
                        .header("If-Match", etag(opened))
                        .with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(status().isOk());
        publish("a-life", 1, etag(rewritten)).andExpect(status().isCreated());
        mockMvc.perform(get(ROOT + "a-life"))
                .andExpect(jsonPath("$.name").value("第一版改"))
                .andExpect(jsonPath("$.steps", hasSize(1)));
        var next = open("a-life", packageOf("第二版", 2)).andExpect(status().isCreated());
        publish("a-life", 2, etag(next)).andExpect(status().isCreated());
        var shown = mockMvc.perform(get(ROOT + "a-life"))
                .andExpect(jsonPath("$.version").value(2));
        refused(withdrawal("a-life", "\"99\""), 412, "stale-version");
        mockMvc.perform(withdrawal("a-life", etag(shown))).andExpect(status().isCreated());
        refused(get(ROOT + "a-life"), 404, "one-thing-not-found");
    }

    /** What people read is put together from guides that change without the package. */
    @Test
    void a_package_is_sent_anew_though_only_a_guide_changed() throws Exception {
        var etag = etag(mockMvc.perform(get(ROOT + "kai-yao-dian")).andExpect(status().isOk()));
        mockMvc.perform(get(ROOT + "kai-yao-dian").header("If-None-Match", etag))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void a_package_has_one_form_and_is_cut_to_the_case_by_its_answers() throws Exception {
        mockMvc.perform(get(ROOT + "kai-yao-dian/form"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.complete").value(true))
                .andExpect(jsonPath("$.items", hasSize(3)))
                .andExpect(jsonPath("$.schema.properties.form.properties.creditCode")
                        .exists())
                .andExpect(jsonPath("$.items[0].fields.creditCode").value("creditCode"))
                .andExpect(jsonPath("$.items[1].fields.creditCode").value("creditCode"))
                .andExpect(jsonPath("$.questions[?(@.question.id == 'pharmacist')].itemCodes[0]")
                        .value(FIRST));
        refused(answers("kai-yao-dian", "{}"), 422, "situation-answers-incomplete");
        refused(answers("kai-yao-dian", "{\"unheard\":[\"x\"]}"), 422, "situation-answers-unknown");
        refused(answers("kai-yao-dian", "{\"kind\":[\"unheard\"]}"), 422, "situation-answers-unknown");
        refused(answers("not-there", "{}"), 404, "one-thing-not-found");
        refused(get(ROOT + "not-there/form"), 404, "one-thing-not-found");
        refused(answers("kai-yao-dian", "{\"Kind\":[\"x\"]}"), 400, "invalid-request");
        var base = """
                {"pharmacist":["%s"],"kind":["single"],"applicant":["legal-representative"],"mode":["retail"],"warehouse":["none"]}""";
        var licensed = materials(mockMvc.perform(answers("kai-yao-dian", base.formatted("licensed")))
                .andExpect(status().isOk()));
        var other = materials(mockMvc.perform(answers("kai-yao-dian", base.formatted("other")))
                .andExpect(status().isOk()));
        assertThat(licensed).hasSizeGreaterThan(other.size()).doesNotHaveDuplicates();
    }

    private static List<String> materials(ResultActions answer) throws Exception {
        return JsonPath.read(
                answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8), "$.materials[*].name");
    }

    private static MockHttpServletRequestBuilder answers(String code, String answers) {
        return json(post(ROOT + code + "/situations"), "{\"answers\":" + answers + "}");
    }

    @Test
    void a_body_that_is_in_no_register_leads_no_package() throws Exception {
        var nowhere = Tokens.staff("nowhere-editor")
                .department("91430100MA4YWT0E2J")
                .division(Persona.CHENZHOU)
                .roles(Role.CATALOG_EDITOR)
                .asRequest();
        refused(newKey(json(post(ROOT + "nowhere/drafts"), packageOf("无处", 1))).with(nowhere), 403, "forbidden");
    }

    @Test
    void two_people_are_needed() throws Exception {
        var opened = open("two-people", packageOf("两人", 1));
        var both = Tokens.staff("catalog-editor")
                .department(Persona.LEAD_BODY)
                .division(Persona.CHENZHOU)
                .roles(Role.CATALOG_EDITOR, Role.CATALOG_PUBLISHER)
                .asRequest();
        refused(publication("two-people", 1, etag(opened)).with(both), 403, "one-thing-publisher-is-editor");
        refused(publication("two-people", 1, etag(opened)).with(Tokens.as(CATALOG_EDITOR)), 403, "forbidden");
    }

    @Test
    void a_package_that_breaks_rules_is_not_published() throws Exception {
        var body = packageOf("坏", 3).replace(SECOND, FIRST);
        var opened = open("broken", body);
        publish("broken", 1, etag(opened))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("/problems/one-thing-not-publishable"))
                .andExpect(jsonPath("$.errors", hasSize(2)))
                .andExpect(jsonPath("$.errors[1].pointer").value("/steps/1/itemCode"))
                .andExpect(jsonPath("$.errors[1].detail").isNotEmpty());
    }

    @Test
    void drafts_are_opened_once_and_changed_with_open_eyes_by_the_leading_body() throws Exception {
        open("refusals", packageOf("一", 1)).andExpect(status().isCreated());
        open("refusals", packageOf("二", 1))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/one-thing-draft-exists"));
        var rewriting = packageOf("三", 1);
        refused(
                json(put(ROOT + "refusals/drafts/1"), rewriting).with(Tokens.as(CATALOG_EDITOR)),
                428,
                "precondition-required");
        refused(
                json(put(ROOT + "refusals/drafts/1"), rewriting)
                        .header("If-Match", "\"9\"")
                        .with(Tokens.as(CATALOG_EDITOR)),
                412,
                "stale-version");
        refused(get(ROOT + "refusals/drafts/7").with(Tokens.as(CATALOG_EDITOR)), 404, "one-thing-draft-not-found");
        var foreign = Tokens.staff("foreign-editor")
                .department(Persona.FOREIGN_BODY)
                .division(Persona.CHANGDE)
                .roles(Role.CATALOG_EDITOR, Role.CATALOG_PUBLISHER)
                .asRequest();
        refused(get(ROOT + "refusals/drafts/1").with(foreign), 403, "one-thing-of-another-body");
        refused(publication("refusals", 1, "\"1\"").with(foreign), 403, "one-thing-of-another-body");
        refused(get("/api/v1/one-thing-drafts").with(Tokens.as(AGENT)), 403, "forbidden");
        mockMvc.perform(get("/api/v1/one-thing-drafts").with(foreign))
                .andExpect(jsonPath("$.items[?(@.code == 'refusals')]").isEmpty());
        refused(
                json(post(ROOT + "refusals/drafts"), rewriting).with(Tokens.as(CATALOG_EDITOR)),
                400,
                "idempotency-key-required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"oneThing\": {\"name\": \"\", \"audiences\": [\"ORGANIZATION\"], \"steps\": []}}",
                "{\"oneThing\": {\"name\": \"x\", \"audiences\": [], \"steps\": [{\"order\": 1, \"itemCode\": \"11431000MB1938148M300017200500001\"}]}}",
                "{\"oneThing\": {\"name\": \"x\", \"audiences\": [\"ORGANIZATION\"], \"steps\": [{\"order\": 0, \"itemCode\": \"11431000MB1938148M300017200500001\"}]}}",
                "{\"oneThing\": {\"name\": \"x\", \"audiences\": [\"ORGANIZATION\"], \"steps\": [{\"order\": 1, \"itemCode\": \"short\"}]}}",
                "{\"oneThing\": {\"name\": \"x\", \"unheard\": 1, \"audiences\": [\"ORGANIZATION\"], \"steps\": []}}",
            })
    void what_is_no_package_is_not_kept(String body) throws Exception {
        open("unkept", body).andExpect(status().isBadRequest());
    }

    @Test
    void a_code_is_lower_case_letters_digits_and_hyphens() throws Exception {
        open("Not_A_Code", packageOf("x", 1)).andExpect(status().isBadRequest());
        open("x".repeat(41), packageOf("x", 1)).andExpect(status().isBadRequest());
    }

    @Test
    void every_problem_has_its_texts_and_its_page() {
        ProblemTexts.check(OneThingProblem.class);
        assertThat(OneThingRule.values()).hasSize(6);
    }

    private static String packageOf(String name, int secondOrder) {
        return PACKAGE.formatted(name, FIRST, secondOrder, SECOND);
    }

    private ResultActions open(String code, String body) throws Exception {
        return mockMvc.perform(newKey(json(post(ROOT + code + "/drafts"), body)).with(Tokens.as(CATALOG_EDITOR)));
    }

    private ResultActions publish(String code, int version, String etag) throws Exception {
        return mockMvc.perform(publication(code, version, etag).with(Tokens.as(CATALOG_PUBLISHER)));
    }

    private static MockHttpServletRequestBuilder publication(String code, int version, String etag) {
        return newKey(json(post(ROOT + code + "/drafts/" + version + "/publications"), "{}"))
                .header("If-Match", etag);
    }

    private static MockHttpServletRequestBuilder withdrawal(String code, String etag) {
        return newKey(json(post(ROOT + code + "/withdrawals"), "{\"reason\": \"政策调整\"}"))
                .header("If-Match", etag)
                .with(Tokens.as(CATALOG_PUBLISHER));
    }

    private void refused(MockHttpServletRequestBuilder call, int status, String slug) throws Exception {
        mockMvc.perform(call)
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/" + slug));
    }

    private static String etag(ResultActions answer) {
        return Objects.requireNonNull(answer.andReturn().getResponse().getHeader("ETag"));
    }

    private static MockHttpServletRequestBuilder newKey(MockHttpServletRequestBuilder call) {
        return call.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder call, String body) {
        return call.contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
