package cn.yiwang.catalog.law;

import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static cn.yiwang.testsupport.Persona.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.ProblemTexts;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ServiceTest
class LawControllerTest {

    private static final Tokens PROVINCE = Tokens.staff("provincial-editor")
            .department("11430000MB169231XX")
            .division("430000")
            .roles(Role.CATALOG_EDITOR);

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everybody_reads_the_register() throws Exception {
        mockMvc.perform(get("/api/v1/laws?query=医疗器械监督管理条例"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].id").value("order-680"))
                .andExpect(jsonPath("$.items[0].replacedBy").value("order-739"));
        mockMvc.perform(get("/api/v1/laws?query=医疗器械监督管理条例&inForceOn=2026-11-22"))
                .andExpect(jsonPath("$.items.length()").value(1));
        mockMvc.perform(get("/api/v1/laws/order-739"))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.figures[0].amount").value(20))
                .andExpect(jsonPath("$.articles[0].number").value("第四十二条"));
        refused(get("/api/v1/laws/nothing"), 404, "law-not-found");
        refused(get("/api/v1/laws?limit=0"), 400, "invalid-request");
        refused(get("/api/v1/laws?inForceOn=soon"), 400, "invalid-request");
    }

    @Test
    void the_register_is_read_page_by_page() throws Exception {
        var first = mockMvc.perform(get("/api/v1/laws?limit=2"))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var next = first.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
        mockMvc.perform(get("/api/v1/laws?limit=2").param("after", next))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].id").value("cfda-order-7"));
    }

    @Test
    void an_editor_of_the_province_enters_a_law_and_its_repeal() throws Exception {
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            mockMvc.perform(plain(post("/api/v1/laws"), law("test-a", "2020-01-01"))
                            .header("Idempotency-Key", key)
                            .with(PROVINCE.asRequest()))
                    .andExpect(status().isCreated())
                    .andExpect(header().string("Location", "/api/v1/laws/test-a"))
                    .andExpect(header().string("ETag", "\"1\""));
        }
        mockMvc.perform(repeal("test-a", "2026-12-01", "order-739"))
                .andExpect(status().isCreated())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.repealedFrom").value("2026-12-01"))
                .andExpect(jsonPath("$.replacedBy").value("order-739"));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE object_type = 'law' AND object_id = 'test-a'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        refused(repeal("test-a", "2026-12-02", null), 409, "law-already-repealed");
        refused(body(post("/api/v1/laws"), law("test-a", "2020-01-02")), 409, "law-exists");
    }

    @Test
    void wrong_entries_are_refused() throws Exception {
        create("test-b");
        refused(repeal("test-b", "2020-01-01", null), 422, "law-dates-contradictory");
        refused(repeal("test-b", "2027-01-01", "test-b"), 422, "law-successor-unknown");
        refused(repeal("test-b", "2027-01-01", "nothing"), 422, "law-successor-unknown");
        refused(repeal("nothing", "2027-01-01", null), 404, "law-not-found");
        refused(repeal("test-b", "2027-01-01", null, "\"7\""), 412, "stale-version");
        refused(body(post("/api/v1/laws"), law("Test C!", "2020-01-01")), 400, "invalid-request");
        refused(body(post("/api/v1/laws"), law("test-c", "+12345-01-01")), 400, "invalid-request");
        refused(repeal("test-b", "+12345-01-01", null), 400, "invalid-request");
        refused(body(post("/api/v1/laws"), "{\"id\":\"test-c\"}"), 400, "invalid-request");
        refused(
                body(post("/api/v1/laws/test-b/repeals"), "{\"repealedFrom\":\"2027-01-01\",\"ground\":\"x\"}"),
                428,
                "precondition-required");
    }

    @Test
    void nobody_else_writes_in_the_register() throws Exception {
        create("test-d");
        var add = law("test-e", "2020-01-01");
        refused(plain(post("/api/v1/laws"), add), 401, "unauthenticated");
        refused(
                plain(post("/api/v1/laws"), add)
                        .header("Idempotency-Key", "k-1234567889")
                        .with(Tokens.as(SUPERVISOR)),
                403,
                "forbidden");
        refused(
                plain(post("/api/v1/laws"), add)
                        .header("Idempotency-Key", "k-1234567890")
                        .with(Tokens.as(CATALOG_EDITOR)),
                403,
                "law-register-of-the-province");
        var repeal = "{\"repealedFrom\":\"2027-01-01\",\"ground\":\"新规定施行\"}";
        refused(
                plain(post("/api/v1/laws/test-d/repeals"), repeal)
                        .header("If-Match", "\"1\"")
                        .header("Idempotency-Key", "k-1234567891")
                        .with(Tokens.as(CATALOG_EDITOR)),
                403,
                "law-register-of-the-province");
    }

    @Test
    void every_problem_has_its_texts_and_its_page() {
        ProblemTexts.check(LawProblem.class);
    }

    private void create(String id) throws Exception {
        mockMvc.perform(body(post("/api/v1/laws"), law(id, "2020-01-01"))).andExpect(status().isCreated());
    }

    private static String law(String id, String from) {
        return """
                {"id": "%s", "title": "某规定", "documentNumber": "某令第%s号", "kind": "RULE", "inForceFrom": "%s",
                 "confirmed": true, "articles": [], "figures": []}""".formatted(id, id, from);
    }

    private static MockHttpServletRequestBuilder repeal(String id, String from, @Nullable String replacedBy) {
        return repeal(id, from, replacedBy, "\"1\"");
    }

    private static MockHttpServletRequestBuilder repeal(
            String id, String from, @Nullable String replacedBy, String seen) {
        var successor = replacedBy == null ? "null" : "\"" + replacedBy + "\"";
        return body(post("/api/v1/laws/{id}/repeals", id), """
                        {"repealedFrom": "%s", "replacedBy": %s, "ground": "新规定施行"}""".formatted(from, successor))
                .header("If-Match", seen);
    }

    private static MockHttpServletRequestBuilder body(MockHttpServletRequestBuilder call, String json) {
        return plain(call, json)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .with(PROVINCE.asRequest());
    }

    private static MockHttpServletRequestBuilder plain(MockHttpServletRequestBuilder call, String json) {
        return call.contentType(MediaType.APPLICATION_JSON).content(json);
    }

    private ResultActions refused(MockHttpServletRequestBuilder call, int status, String slug) throws Exception {
        return mockMvc.perform(call)
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/" + slug));
    }
}
