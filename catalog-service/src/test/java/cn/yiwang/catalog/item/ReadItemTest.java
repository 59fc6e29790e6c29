package cn.yiwang.catalog.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.ServiceTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What everybody reads, as the contract's examples have it. */
@ServiceTest
class ReadItemTest {

    private static final String PHARMACY = "11431000MB1938148M300017200500001";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private MockMvc mockMvc;

    @Test
    void the_pharmacy_item_reads_exactly_as_the_contract_shows_it() throws Exception {
        var example = Contracts.text("catalog/examples/item-version.json");
        for (var uri : new String[] {"", "?on=2026-01-01", "/versions/1"}) {
            mockMvc.perform(get("/api/v1/items/" + PHARMACY + uri))
                    .andExpect(status().isOk())
                    .andExpect(content().json(example, JsonCompareMode.STRICT));
        }
        Contracts.check("catalog/item-version.schema.json", JSON.readTree(example));
    }

    @ParameterizedTest
    @ValueSource(strings = {"开药店", "yaodian", "ydxkz"})
    void a_search_answers_exactly_as_the_contract_shows_it(String said) throws Exception {
        var found = read("/api/v1/items?query=" + said);
        var example = JSON.readTree(Contracts.text("catalog/examples/item-list.json"));
        // Where the name fits depends on what was typed; all else does not.
        var entry = ((ObjectNode) found.at("/items/0")).without("highlights");
        assertThat(entry).isEqualTo(((ObjectNode) example.at("/items/0")).without("highlights"));
    }

    @Test
    void the_parts_of_a_name_that_fit_are_shown_as_the_contract_shows_them() throws Exception {
        var found = read("/api/v1/items?query=开药店");
        var example = JSON.readTree(Contracts.text("catalog/examples/item-list.json"));
        assertThat(found.at("/items/0")).isEqualTo(example.at("/items/0"));
    }

    @Test
    void the_own_region_comes_first() throws Exception {
        var found = read("/api/v1/items?query=开药店&division=431000&limit=1");
        assertThat(found.at("/items/0/implementations")).hasSize(1);
        assertThat(found.at("/items/0/implementations/0/division/code").stringValue())
                .isEqualTo("431000");
    }

    @Test
    void each_guide_fits_the_schema() throws Exception {
        var after = "";
        var seen = new HashSet<String>();
        do {
            var page = read("/api/v1/items?limit=30" + after);
            for (var entry : page.get("items")) {
                assertThat(seen.add(entry.get("baseCode").stringValue()
                                + entry.get("sequence").stringValue()))
                        .isTrue();
                for (var implementation : entry.get("implementations")) {
                    Contracts.check(
                            "catalog/item-version.schema.json",
                            read("/api/v1/items/"
                                    + implementation.get("itemCode").stringValue() + "/versions/1"));
                }
            }
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").stringValue();
        } while (!after.isEmpty());
        assertThat(seen).hasSizeGreaterThanOrEqualTo(116);
    }

    @Test
    void what_did_not_change_is_not_sent_again() throws Exception {
        var etag = mockMvc.perform(get("/api/v1/items/{item}/versions/1", PHARMACY))
                .andExpect(header().string("Cache-Control", "max-age=60, public"))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        mockMvc.perform(get("/api/v1/items/{item}/versions/1", PHARMACY).header("If-None-Match", String.valueOf(etag)))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/items/11431000MB1938148M300017200500099, 404, item-not-found",
        "/api/v1/items/开药店, 404, item-not-found",
        "/api/v1/items/11431000MB1938148M300017200500001?on=2025-12-31, 404, item-version-not-found",
        "/api/v1/items/11431000MB1938148M300017200500001?on=+999999999-01-01, 400, invalid-request",
        "/api/v1/items/11431000MB1938148M300017200500001?on=0001-01-01, 400, invalid-request",
        "/api/v1/items/11431000MB1938148M300017200500001?on=yesterday, 400, invalid-request",
        "/api/v1/items/11431000MB1938148M300017200500001/versions/99, 404, item-version-not-found",
        "/api/v1/items/11431000MB1938148M300017200500001/versions/99999999999, 400, invalid-request",
        "/api/v1/items/11431000MB1938148M300017200500001/versions/one, 400, invalid-request",
        "/api/v1/items?division=999999, 400, invalid-request",
        "/api/v1/items?type=77, 400, invalid-request",
        "/api/v1/items?limit=0, 400, invalid-request",
        "/api/v1/items?limit=101, 400, invalid-request",
        "/api/v1/items?after=%21%21, 400, invalid-request",
        "/api/v1/items?query=a&after=LTU, 400, invalid-request",
        "/api/v1/items?query=%00, 400, invalid-request",
        "/api/v1/bodies?division=abc, 400, invalid-request",
        "/api/v1/bodies?after=5Lit5paH, 400, invalid-request",
        "/api/v1/nothing, 401, unauthenticated",
    })
    void a_question_without_an_answer_gets_a_problem(String uri, int status, String slug) throws Exception {
        mockMvc.perform(get(URI.create(encoded(uri))))
                .andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.type").value("/problems/" + slug));
    }

    @Test
    void a_query_is_bounded() throws Exception {
        mockMvc.perform(get("/api/v1/items").param("query", "药".repeat(100))).andExpect(status().isOk());
        mockMvc.perform(get("/api/v1/items").param("query", "药".repeat(101))).andExpect(status().isBadRequest());
    }

    @Test
    void bodies_and_divisions_are_listed_in_pages() throws Exception {
        var first = read("/api/v1/bodies?limit=5");
        assertThat(first.get("items")).hasSize(5);
        var second = read("/api/v1/bodies?limit=100&after=" + first.get("next").stringValue());
        assertThat(second.get("items")).hasSize(7);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(read("/api/v1/bodies?division=431000").get("items")).hasSize(2);
        assertThat(read("/api/v1/divisions?parent=431000&limit=100").get("items"))
                .hasSize(11);
        assertThat(read("/api/v1/divisions?limit=1").at("/items/0/name").stringValue())
                .isEqualTo("湖南省");
    }

    private JsonNode read(String uri) throws Exception {
        return JSON.readTree(mockMvc.perform(get(URI.create(encoded(uri))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static String encoded(String uri) {
        var ascii = new StringBuilder();
        uri.codePoints()
                .forEach(c -> ascii.append(
                        c < 128
                                ? Character.toString(c)
                                : URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8)));
        return ascii.toString();
    }
}
