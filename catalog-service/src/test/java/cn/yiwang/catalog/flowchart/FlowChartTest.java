package cn.yiwang.catalog.flowchart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.testsupport.ServiceTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The flow charts of the seed's guides, as everybody gets them. */
@ServiceTest
class FlowChartTest {

    private static final String PHARMACY = "11431000MB1938148M300017200500001";

    @Autowired
    private MockMvc mockMvc;

    @Test
    void every_link_of_the_guide_is_drawn_with_department_and_time() throws Exception {
        var response = mockMvc.perform(get("/api/v1/items/{item}/flow-chart", PHARMACY))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("image/svg+xml"))
                .andExpect(header().string("Cache-Control", "no-cache, public"))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'"))
                .andReturn()
                .getResponse();
        var svg = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(svg)
                .contains("<title id=\"title\">", "<desc id=\"desc\">", "role=\"img\"")
                .contains("联合审查", "郴州市住房和城乡建设局", "7个工作日", "并联办理", "办结：药品经营许可证")
                .doesNotContain("<script", "href");
    }

    @Test
    void what_did_not_change_is_not_sent_again() throws Exception {
        var etag = mockMvc.perform(get("/api/v1/items/{item}/flow-chart", PHARMACY))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        mockMvc.perform(get("/api/v1/items/{item}/flow-chart", PHARMACY).header("If-None-Match", String.valueOf(etag)))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/items/11431000MB1938148M300017200500099/flow-chart, image/svg+xml, 404, item-not-found",
        "/api/v1/items/x/flow-chart, */*, 404, item-not-found",
        "/api/v1/items/11431000MB1938148M300017200500001/flow-chart, image/png, 406, not-acceptable",
    })
    void a_chart_that_is_not_there(String uri, String accept, int status, String slug) throws Exception {
        mockMvc.perform(get(uri).header("Accept", accept))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/" + slug));
    }
}
