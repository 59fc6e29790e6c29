package cn.yiwang.catalog.search.synonym;

import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.ProblemTexts;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;

/** Editors of the province keep the words by which the search finds. */
@ServiceTest
class SynonymTest {

    private static final String SYNONYMS = "/api/v1/search-synonyms";
    private static final String PHARMACY = "000172005000";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_word_finds_as_long_as_it_is_kept() throws Exception {
        var word = "丹参铺子";
        assertThat(firstFor(word)).isNotEqualTo(PHARMACY);
        var added = mockMvc.perform(creation(word, "开办药品零售企业许可"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.said").value(word))
                .andReturn()
                .getResponse();
        var location = Objects.requireNonNull(added.getHeader("Location"));
        var etag = Objects.requireNonNull(added.getHeader("ETag"));
        assertThat(firstFor(word)).isEqualTo(PHARMACY);

        var changed = mockMvc.perform(body(put(location), "丹参小铺", "开办药品零售企业许可")
                        .header("If-Match", etag)
                        .with(province()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(firstFor("丹参小铺")).isEqualTo(PHARMACY);

        mockMvc.perform(delete(location).header("If-Match", etag).with(province()))
                .andExpect(status().isPreconditionFailed());
        mockMvc.perform(delete(location)
                        .header("If-Match", Objects.requireNonNull(changed.getHeader("ETag")))
                        .with(province()))
                .andExpect(status().isNoContent());
        mockMvc.perform(get(location).with(province())).andExpect(status().isNotFound());
        assertThat(firstFor("丹参小铺")).isNotEqualTo(PHARMACY);
        assertThat(jdbc.sql(
                                "SELECT action FROM audit_entry WHERE object_type = 'search-synonym' AND object_id = :id ORDER BY id")
                        .param("id", location.substring(location.lastIndexOf('/') + 1))
                        .query(String.class)
                        .list())
                .containsExactly("add-synonym", "change-synonym", "remove-synonym");
    }

    @Test
    void the_first_synonyms_are_those_of_the_seed() throws Exception {
        mockMvc.perform(get(SYNONYMS).param("said", "奶茶店").with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].official").value("食品经营许可证新办"));
    }

    @Test
    void the_list_is_read_page_by_page() throws Exception {
        var first = mockMvc.perform(get(SYNONYMS).param("limit", "100").with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(jsonPath("$.items.length()").value(100))
                .andReturn();
        var next = JSON.readTree(first.getResponse().getContentAsByteArray())
                .get("next")
                .asString();
        mockMvc.perform(get(SYNONYMS).param("after", next).with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].said").isNotEmpty());
    }

    @Test
    void everything_else_is_refused() throws Exception {
        refused(creation("药店", "药品零售企业"), 409, "synonym-exists");
        refused(creation("!!", "药品零售企业"), 422, "synonym-without-letters");
        refused(creation("药店", "——"), 422, "synonym-without-letters");
        refused(creation("药".repeat(51), "药品"), 400, "invalid-request");
        refused(body(post(SYNONYMS), "甲", "乙").with(province()), 400, "idempotency-key-required");
        refused(
                body(post(SYNONYMS), "甲", "乙")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .with(Tokens.as(CATALOG_EDITOR)),
                403,
                "synonyms-of-the-province");
        refused(
                body(post(SYNONYMS), "甲", "乙")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .with(Tokens.as(AGENT)),
                403,
                "forbidden");
        refused(get(SYNONYMS).with(Tokens.as(AGENT)), 403, "forbidden");
        var unknown = SYNONYMS + "/" + UUID.randomUUID();
        refused(get(unknown).with(province()), 404, "not-found");
        refused(body(put(unknown), "甲", "乙").header("If-Match", "\"1\"").with(province()), 404, "not-found");
        refused(body(put(unknown), "甲", "乙").with(province()), 428, "precondition-required");
        refused(
                delete(unknown).header("If-Match", "\"1\"").with(Tokens.as(CATALOG_EDITOR)),
                403,
                "synonyms-of-the-province");
    }

    @Test
    void every_problem_has_its_texts_and_its_page() {
        ProblemTexts.check(SynonymProblem.class);
    }

    private void refused(MockHttpServletRequestBuilder call, int status, String slug) throws Exception {
        mockMvc.perform(call)
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/" + slug));
    }

    private String firstFor(String query) throws Exception {
        var answer = mockMvc.perform(get("/api/v1/items").param("query", query).param("limit", "1"))
                .andExpect(status().isOk())
                .andReturn();
        var first = JSON.readTree(answer.getResponse().getContentAsByteArray()).at("/items/0/baseCode");
        return first.isMissingNode() ? "" : first.asString();
    }

    private static MockHttpServletRequestBuilder creation(String said, String official) {
        return body(post(SYNONYMS), said, official)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .with(province());
    }

    private static MockHttpServletRequestBuilder body(
            MockHttpServletRequestBuilder call, String said, String official) {
        return call.contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(Map.of("said", said, "official", official)));
    }

    private static RequestPostProcessor province() {
        return Tokens.staff("province-editor")
                .department("11430000MB169231XX")
                .division("430000")
                .roles(Role.CATALOG_EDITOR)
                .asRequest();
    }
}
