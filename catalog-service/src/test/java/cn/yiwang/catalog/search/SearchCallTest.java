package cn.yiwang.catalog.search;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.testsupport.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The calls of the search, without a token. */
@ServiceTest
class SearchCallTest {

    @Autowired
    private MockMvc mockMvc;

    @Test
    void a_name_says_where_it_fits() throws Exception {
        search("query", "药品零售")
                .andExpect(jsonPath("$.items[0].name").value("开办药品零售企业许可"))
                .andExpect(jsonPath("$.items[0].highlights.length()").value(1))
                .andExpect(jsonPath("$.items[0].highlights[0].start").value(2))
                .andExpect(jsonPath("$.items[0].highlights[0].length").value(4));
        search("query", "药店")
                .andExpect(jsonPath("$.items[0].highlights[0].start").value(2))
                .andExpect(jsonPath("$.items[0].highlights[0].length").value(6));
    }

    @Test
    void a_wrong_character_is_answered_and_named() throws Exception {
        search("query", "要店")
                .andExpect(jsonPath("$.items[0].baseCode").value("000172005000"))
                .andExpect(jsonPath("$.didYouMean").value("药店"));
        search("query", "yaodain").andExpect(jsonPath("$.didYouMean").value("药店"));
        search("query", "药店").andExpect(jsonPath("$.didYouMean").isEmpty());
    }

    @Test
    void the_own_region_comes_first() throws Exception {
        search("query", "开药店", "division", "430700")
                .andExpect(jsonPath("$.items[0].implementations.length()").value(1))
                .andExpect(
                        jsonPath("$.items[0].implementations[0].division.code").value("430700"));
    }

    @Test
    void filters_hold_together() throws Exception {
        search("body", "11430700MBEX00044E")
                .andExpect(jsonPath("$.items.length()").value(1));
        search("body", "11430700MBEX00044E", "level", "2")
                .andExpect(jsonPath("$.items.length()").value(0));
        search("audience", "ORGANIZATION", "limit", "100")
                .andExpect(jsonPath("$.items.length()").value(100));
        search("query", "药店", "level", "3")
                .andExpect(jsonPath("$.items[0].baseCode").value("000172005000"));
    }

    @ParameterizedTest
    @CsvSource({
        "theme=010,                         1",
        "theme=010&audience=ORGANIZATION,   1",
        "theme=010&audience=PERSON,         0",
        "theme=165,                         0",
        "onlineDepth=LEVEL_2,               1",
        "onlineDepth=LEVEL_3,               1",
        "onlineDepth=LEVEL_4,               0",
    })
    void what_a_guide_says_narrows_the_list(String asked, int found) throws Exception {
        mockMvc.perform(get("/api/v1/items?body=11430700MBEX00044E&" + asked))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(found));
    }

    @Test
    void what_is_being_typed_is_completed() throws Exception {
        mockMvc.perform(get("/api/v1/item-suggestions").param("query", "yaod"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0]").value("药店"));
        mockMvc.perform(get("/api/v1/item-suggestions").param("query", "开药").param("limit", "3"))
                .andExpect(jsonPath("$.items[0]").value("开药厂"))
                .andExpect(jsonPath("$.items.length()").value(3));
        mockMvc.perform(get("/api/v1/item-suggestions").param("query", "药店").param("level", "5"))
                .andExpect(jsonPath("$.items.length()").value(0));
        mockMvc.perform(get("/api/v1/item-suggestions").param("query", "？"))
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "items?division=999999",
                "items?type=77",
                "items?body=nobody",
                "items?level=x",
                "items?audience=EVERYBODY",
                "items?theme=10",
                "items?onlineDepth=4",
                "items?query=药店&after=nonsense",
                "item-suggestions",
                "item-suggestions?query=",
                "item-suggestions?query=药&limit=21",
                "item-suggestions?query=药&division=1",
            })
    void what_does_not_exist_is_refused(String call) throws Exception {
        mockMvc.perform(get("/api/v1/" + call)).andExpect(status().isBadRequest());
    }

    private ResultActions search(String... parameters) throws Exception {
        var request = get("/api/v1/items");
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mockMvc.perform(request).andExpect(status().isOk());
    }
}
