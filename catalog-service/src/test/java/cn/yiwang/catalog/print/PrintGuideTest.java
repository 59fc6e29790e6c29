package cn.yiwang.catalog.print;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Guides on screen and on paper, as everybody gets them. */
@ServiceTest
class PrintGuideTest {

    private static final String ITEMS = "/api/v1/items/";
    private static final String PHARMACY = "11431000MB1938148M300017200500001";

    @Autowired
    private MockMvc mockMvc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                PHARMACY,
                "11431000MB1938148M300017202800001",
                "11431000MB1938148M300017200500005",
                "11430700MBEX00044E300017200500001",
            })
    void page_and_pdf_of_a_guide_say_the_same_and_lead_back_to_it(String item) throws Exception {
        var html = ok(item, "guide-page").getContentAsString(StandardCharsets.UTF_8);
        var pdf = ok(item, "guide-page.pdf").getContentAsByteArray();
        assertThat(PrintedPages.textOf(pdf, PrintedPages.tableHeadsOf(html)))
                .isEqualTo(PrintedPages.textOf(html))
                .contains(item);
        assertThat(PrintedPages.qrOf(pdf))
                .isEqualTo(PrintedPages.qrOf(html))
                .isEqualTo("https://yiwang.example/api/v1/items/" + item + "/guide-page");
    }

    @Test
    void the_page_allows_its_own_style_and_nothing_else() throws Exception {
        var response = ok(PHARMACY, "guide-page");
        assertThat(response.getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe", "script");
        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("<script", " style=", " on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guide-page", "guide-page.pdf"})
    void what_did_not_change_is_not_sent_again(String form) throws Exception {
        var etag = ok(PHARMACY, form).getHeader("ETag");
        mockMvc.perform(get(ITEMS + PHARMACY + "/" + form).header("If-None-Match", String.valueOf(etag)))
                .andExpect(status().isNotModified())
                .andExpect(header().string("Cache-Control", "no-cache, public"))
                .andExpect(content().string(""));
    }

    @ParameterizedTest
    @CsvSource({
        "11431000MB1938148M300017200500099/guide-page, 404, item-not-found",
        "11431000MB1938148M300017200500099/guide-page.pdf, 404, item-not-found",
        "x/guide-page.pdf, 404, item-not-found",
    })
    void a_page_that_is_not_there(String uri, int status, String slug) throws Exception {
        mockMvc.perform(get(ITEMS + uri))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/" + slug));
    }

    private MockHttpServletResponse ok(String item, String form) throws Exception {
        return mockMvc.perform(get(ITEMS + item + "/" + form))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }
}
