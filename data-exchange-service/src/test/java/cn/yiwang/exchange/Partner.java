package cn.yiwang.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.yiwang.testsupport.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner system that calls the service. */
public final class Partner {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvc http;
    private final String name;

    public Partner(MockMvc http, String name) {
        this.http = http;
        this.name = name;
    }

    /** Subscribes and returns the subscription. */
    public JsonNode subscribe(String body) {
        MockHttpServletResponse answer = register(body);
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(201);
        return json(answer);
    }

    public MockHttpServletResponse register(String body) {
        return register(body, UUID.randomUUID().toString());
    }

    public MockHttpServletResponse register(String body, String idempotencyKey) {
        return call(post("/api/v1/subscriptions")
                .header("Idempotency-Key", idempotencyKey)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    public MockHttpServletResponse read(String path) {
        return call(get(path));
    }

    public JsonNode readJson(String path) {
        MockHttpServletResponse answer = read(path);
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
        return json(answer);
    }

    public MockHttpServletResponse moveCursor(String id, String version, String body) {
        return call(put("/api/v1/subscriptions/" + id + "/cursor")
                .header("If-Match", version)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    public MockHttpServletResponse unsubscribe(String id, String version) {
        return call(delete("/api/v1/subscriptions/" + id).header("If-Match", version));
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request) {
        try {
            return http.perform(request.with(
                            Tokens.system(name, "exchange.subscribe").asRequest()))
                    .andReturn()
                    .getResponse();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static JsonNode json(MockHttpServletResponse answer) {
        return JSON.readTree(text(answer));
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
