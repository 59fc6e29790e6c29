package cn.yiwang.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** Checks that an answer is a complete problem which tells nothing about the inside. */
final class ProblemAssert {

    private ProblemAssert() {}

    static JsonNode assertProblem(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(GatewayTestBase.header(response, "Content-Type")).startsWith("application/problem+json");
        JsonNode problem = GatewayTestBase.json(response);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("traceId").asString())
                .matches("[0-9a-f]{32}")
                .isEqualTo(GatewayTestBase.header(response, "X-Trace-Id"));
        assertThat(response.body()).doesNotContain("Exception", "127.0.0.1", "org.springframework", "lb://");
        return problem;
    }
}
