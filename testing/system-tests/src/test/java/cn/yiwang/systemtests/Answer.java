package cn.yiwang.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answered. */
record Answer(String call, int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    JsonNode json() {
        return JSON.readTree(body);
    }

    String text(String member) {
        var value = json().path(member);
        assertThat(value.isValueNode() && !value.isNull())
                .as("%s in %s", member, this)
                .isTrue();
        return value.asString();
    }

    String etag() {
        return headers.firstValue("ETag").orElseThrow(() -> new AssertionError("no ETag: " + this));
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    Answer expect(int expected) {
        assertThat(status).as("%s", this).isEqualTo(expected);
        return this;
    }

    Answer expectSuccess() {
        assertThat(isSuccess()).as("%s", this).isTrue();
        return this;
    }

    /** Fails unless this is a complete problem of that kind, which tells nothing of how we are built. */
    Answer expectProblem(int expected, String slug) {
        expectProblem(expected);
        assertThat(json().path("type").asString("")).as("%s", this).isEqualTo("/problems/" + slug);
        return this;
    }

    Answer expectProblem(int expected) {
        assertThat(status).as("%s", this).isEqualTo(expected);
        return expectProblem();
    }

    Answer expectProblem() {
        assertThat(status).as("%s", this).isBetween(400, 499);
        assertThat(headers.firstValue("Content-Type").orElse("none"))
                .as("%s", this)
                .startsWith("application/problem+json");
        var problem = json();
        assertThat(problem.path("status").asInt(0)).as("%s", this).isEqualTo(status);
        assertThat(problem.path("type").asString("")).as("%s", this).startsWith("/problems/");
        assertThat(problem.path("title").asString("")).as("%s", this).isNotBlank();
        assertThat(problem.path("detail").asString("")).as("%s", this).isNotBlank();
        assertThat(problem.path("traceId").asString("")).as("%s", this).matches("[0-9a-f]{32}");
        assertThat(body)
                .as("no inner life")
                .doesNotContain("Exception", "cn.yiwang", "SELECT ", "INSERT ", "org.springframework");
        return this;
    }

    @Override
    public String toString() {
        return call + " -> " + status + " " + (body.length() > 600 ? body.substring(0, 600) + "…" : body);
    }
}
