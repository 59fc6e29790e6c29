package cn.yiwang.application.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of applicants and officials, each with a fresh idempotency key, answered with status, tag and JSON. */
public final class Calls {

    public static final String ROOT = "/api/v1/applications";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvc mockMvc;

    public Calls(MockMvc mockMvc) {
        this.mockMvc = mockMvc;
    }

    /** What came back. */
    public record Answer(int status, String etag, JsonNode body, byte[] bytes) {

        public Answer expect(int expected) {
            assertThat(status).as("%s", body).isEqualTo(expected);
            return this;
        }

        /** The last part of the problem's type. */
        public String problem() {
            return body.path("type").asString("").replace("/problems/", "");
        }

        public String id() {
            return body.path("id").asString();
        }

        public String number() {
            return body.path("number").asString();
        }

        public String inner() {
            return body.path("status").path("code").asString();
        }
    }

    public Answer create(Persona who, String itemCode, boolean submit) {
        return send(post(ROOT), who, null, """
                {"itemCode": "%s", "summary": "开办药店", "contact": {"name": "李安康（示例）", "phone": "0735-2360000"},
                 "fields": {"经营场所": "郴州市北湖区人民西路1号（示例）"}, "submit": %s}""".formatted(itemCode, submit));
    }

    public Answer submit(Persona who, String id, String etag) {
        return send(post(ROOT + "/" + id + "/submissions"), who, etag, null);
    }

    public Answer accept(Persona who, String id, String etag) {
        return send(post(ROOT + "/" + id + "/acceptances"), who, etag, null);
    }

    public Answer review(Persona who, String id, String etag, String outcome) {
        return send(
                post(ROOT + "/" + id + "/reviews"),
                who,
                etag,
                "{\"outcome\": \"" + outcome + "\", \"opinion\": \"同意\"}");
    }

    public Answer grant(Persona who, String id, String etag) {
        return send(post(ROOT + "/" + id + "/decisions"), who, etag, "{\"outcome\": \"GRANTED\"}");
    }

    public Answer refuse(Persona who, String id, String etag) {
        return send(
                post(ROOT + "/" + id + "/decisions"),
                who,
                etag,
                "{\"outcome\": \"REFUSED\", \"reason\": \"营业场所不符合条件\"}");
    }

    public Answer withdraw(Persona who, String id, String etag) {
        return send(post(ROOT + "/" + id + "/withdrawals"), who, etag, "{\"reason\": \"不再开办\"}");
    }

    public Answer deliver(Persona who, String id, String etag) {
        return send(post(ROOT + "/" + id + "/deliveries"), who, etag, "{\"method\": \"WINDOW\"}");
    }

    public Answer save(Persona who, String id, String etag, String body) {
        return perform(put(ROOT + "/" + id), who, etag, body);
    }

    public Answer upload(Persona who, String id, String code, String name, String type, byte[] content) {
        var file = new MockMultipartFile("file", name, type, content);
        var request = multipart(ROOT + "/" + id + "/materials").file(file);
        request.queryParam("materialCode", code).header("Idempotency-Key", UUID.randomUUID());
        return perform(request, who, null, null);
    }

    public Answer read(Persona who, String path) {
        return perform(get(path), who, null, null);
    }

    /** A POST with a fresh key. */
    public Answer send(AbstractMockHttpServletRequestBuilder<?> request, Persona who, String etag, String body) {
        request.header("Idempotency-Key", UUID.randomUUID());
        return perform(request, who, etag, body);
    }

    public Answer perform(AbstractMockHttpServletRequestBuilder<?> request, Persona who, String etag, String body) {
        if (who != null) {
            request.with(Tokens.as(who));
        }
        if (etag != null) {
            request.header("If-Match", etag);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body.getBytes(StandardCharsets.UTF_8));
        }
        try {
            var response = mockMvc.perform(request).andReturn().getResponse();
            var type = response.getContentType();
            var json = type != null && type.contains("json");
            return new Answer(
                    response.getStatus(),
                    response.getHeader("ETag"),
                    json ? JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8)) : JSON.createObjectNode(),
                    response.getContentAsByteArray());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
