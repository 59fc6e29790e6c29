package cn.yiwang.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.gateway.problem.GatewayProblem;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest extends GatewayTestBase {

    private static final List<String> SERVICES_OF_THE_PLATFORM = List.of(
            "catalog-service",
            "application-service",
            "certificate-service",
            "complaint-service",
            "data-exchange-service");

    @Test
    void the_landing_page_says_what_this_is_and_links_every_api_document() {
        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body()).contains("<html lang=\"zh-CN\">", "一网 Yiwang", "href=\"/docs\"");
        for (String service : SERVICES_OF_THE_PLATFORM) {
            assertThat(page.body()).contains("href=\"/v3/api-docs/" + service + "\"");
        }
    }

    @Test
    void the_landing_page_has_no_dead_link_and_loads_nothing_from_elsewhere() {
        String body = get("/").body();
        Matcher link = Pattern.compile("(?:href|src)=\"([^\"]*)\"").matcher(body);
        while (link.find()) {
            String target = link.group(1);
            assertThat(target).matches("[/#].*").doesNotStartWith("//");
            if (target.startsWith("/") && !target.startsWith("/v3/")) {
                assertThat(get(target).statusCode()).as(target).isEqualTo(200);
            }
        }
    }

    @Test
    void the_api_documents_are_browsable_with_what_the_gateway_itself_holds() {
        HttpResponse<String> page = get("/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe-eval");
        Matcher asset = Pattern.compile("(?:href|src)=\"(/docs/[^\"]+)\"").matcher(page.body());
        int assets = 0;
        while (asset.find()) {
            assertThat(get(asset.group(1)).statusCode()).as(asset.group(1)).isEqualTo(200);
            assets++;
        }
        assertThat(assets).isEqualTo(4);
        String script = get("/docs/docs.js").body();
        for (String service : SERVICES_OF_THE_PLATFORM) {
            assertThat(script).contains("'" + service + "'");
        }
    }

    @ParameterizedTest
    @EnumSource(GatewayProblem.class)
    void every_problem_of_the_gateway_has_its_page(GatewayProblem problem) {
        HttpResponse<String> page = get("/problems/" + problem.slug());

        assertThat(page.statusCode()).as(problem.slug()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>");
        assertThat(get("/problems/").body()).contains("href=\"/problems/" + problem.slug() + "\"");
    }

    @Test
    void the_schemas_that_events_name_are_here() {
        HttpResponse<String> schema = get("/contracts/cloudevent.schema.json");

        assertThat(schema.statusCode()).isEqualTo(200);
        assertThat(header(schema, "Content-Type")).isEqualTo("application/schema+json");
        assertThat(json(schema).isObject()).isTrue();
    }

    @Test
    void a_page_that_has_not_changed_is_not_sent_again() {
        String etag = header(get("/"), "ETag");

        assertThat(get("/", "If-None-Match", etag).statusCode()).isEqualTo(304);
    }
}
