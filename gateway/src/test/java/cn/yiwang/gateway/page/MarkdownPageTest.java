package cn.yiwang.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownPageTest {

    @Test
    void headings_paragraphs_lists_and_code_become_html() {
        String html = MarkdownPage.html("""
                # Not found

                There is **nothing** at `/x`.
                See [stale version](stale-version.md).

                - one
                - two

                    GET /x
                """, "not-found");

        assertThat(html)
                .contains("<h1>Not found</h1>")
                .contains("<p>There is <strong>nothing</strong> at <code>/x</code>.")
                .contains("<a href=\"/problems/stale-version\">stale version</a>")
                .contains("<ul><li>one</li>")
                .contains("<pre>GET /x");
    }

    @Test
    void whatever_a_file_holds_stays_text() {
        String html = MarkdownPage.html(
                "# <script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=y> [y](https://a.example/\"onclick=z)",
                "<b>");

        assertThat(html).doesNotContain("<script", "<img", "href=\"javascript", "<b>", "\"onclick");
    }
}
