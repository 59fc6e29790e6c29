package cn.yiwang.catalog.search.report;

import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the search does not answer becomes visible, who asked does not. */
@ServiceTest
class SearchReportTest {

    private static final String ITEM = "11431000MB1938148M300017200500001";

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private QueryLog log;

    @Autowired
    private JdbcSearchCounts counts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void what_finds_nothing_is_reported_once_enough_people_asked() throws Exception {
        search("飞碟驾照", 3);
        search("鲸鱼执照", 2);
        log.write();
        mockMvc.perform(get("/api/v1/search-reports?kind=WITHOUT_RESULT").with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lines[?(@.query == '飞碟驾照')].searches").value(3))
                .andExpect(
                        jsonPath("$.lines[?(@.query == '飞碟驾照')].withoutResult").value(3))
                .andExpect(jsonPath("$.lines[?(@.query == '鲸鱼执照')]").isEmpty());
    }

    @Test
    void what_nobody_opens_is_reported_until_somebody_does() throws Exception {
        search("药品零售企业许可", 4);
        log.write();
        var line = "$.lines[?(@.query == '药品零售企业许可')]";
        mockMvc.perform(get("/api/v1/search-reports?kind=FEW_CLICKS").with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(jsonPath(line + ".clicks").value(0));
        mockMvc.perform(click("药品零售企业许可", ITEM)).andExpect(status().isNoContent());
        log.write();
        mockMvc.perform(get("/api/v1/search-reports?kind=FEW_CLICKS").with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(jsonPath(line).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "431002199001013028",
                "４３１００２１９９００１０１３０２８",
                "我的电话是13800138000",
                "wang@example.org",
                "1 3 8 0 0 1 3",
                "这是一个非常长的问题因为我想把我家里的所有事情都讲给你们听包括我住在哪里叫什么名字以及为什么今天要来办这件事",
                "！！",
            })
    void what_may_be_personal_is_never_kept(String typed) {
        assertThat(CountableQuery.of(typed)).isEmpty();
    }

    @Test
    void what_is_typed_in_many_ways_is_counted_as_one() {
        assertThat(List.of(" 開藥店 ", "开药店", "开药店\u3000"))
                .allSatisfy(typed -> assertThat(CountableQuery.of(typed)).contains("开药店"));
    }

    @Test
    void old_counts_and_rare_ones_are_forgotten() {
        var today = ChinaTime.today(MovableClock.shared());
        counts.add(List.of(
                new SearchCounts(today.minusDays(200), "很久以前", 50, 0, 0),
                new SearchCounts(today.minusDays(30), "常见", 50, 0, 0),
                new SearchCounts(today.minusDays(30), "罕见", 1, 1, 0),
                new SearchCounts(today.minusDays(1), "昨天", 1, 1, 0)));
        new ForgetOldSearches(counts, MovableClock.shared()).run();
        assertThat(jdbc.sql("SELECT query FROM search_count WHERE query IN ('很久以前', '常见', '罕见', '昨天')")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("常见", "昨天");
    }

    /** On a day with more texts than people have questions, what is known goes on being counted. */
    @Test
    void a_full_day_takes_no_new_texts() {
        var today = ChinaTime.today(MovableClock.shared()).minusDays(2);
        int before = counts.texts(today);
        counts.add(List.of(new SearchCounts(today, "认识的", 1, 0, 0)));
        counts.addToKnown(List.of(new SearchCounts(today, "认识的", 2, 1, 0), new SearchCounts(today, "不认识的", 1, 0, 0)));
        assertThat(counts.texts(today)).isEqualTo(before + 1);
        assertThat(jdbc.sql("SELECT searches FROM search_count WHERE query = '认识的'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void everything_else_is_refused() throws Exception {
        for (var path : List.of(
                "?kind=SOMETHING",
                "",
                "?kind=FEW_CLICKS&limit=0",
                "?kind=FEW_CLICKS&limit=101",
                "?kind=FEW_CLICKS&from=2026-12-01&to=2026-11-01",
                "?kind=FEW_CLICKS&from=1990-01-01",
                "?kind=FEW_CLICKS&to=-999999999-01-01",
                "?kind=FEW_CLICKS&from=%2B999999999-12-31&to=%2B999999999-12-31",
                "?kind=FEW_CLICKS&from=gestern")) {
            mockMvc.perform(get("/api/v1/search-reports" + path).with(Tokens.as(CATALOG_EDITOR)))
                    .andExpect(status().isBadRequest());
        }
        mockMvc.perform(get("/api/v1/search-reports?kind=FEW_CLICKS").with(Tokens.as(AGENT)))
                .andExpect(status().isForbidden());
        mockMvc.perform(click("药店", "no code")).andExpect(status().isBadRequest());
        mockMvc.perform(click("", ITEM)).andExpect(status().isBadRequest());
    }

    private void search(String query, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            mockMvc.perform(get("/api/v1/items").param("query", query)).andExpect(status().isOk());
        }
    }

    private static MockHttpServletRequestBuilder click(String query, String item) {
        return post("/api/v1/search-clicks")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"query\":\"" + query + "\",\"itemCode\":\"" + item + "\"}");
    }
}
