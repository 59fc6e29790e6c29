package cn.yiwang.catalog.disclosure;

import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static cn.yiwang.testsupport.Persona.CATALOG_PUBLISHER;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The desk at which the lead body's documents are written, reviewed and published. */
record DisclosureDesk(MockMvc mockMvc) {

    static final String DRAFTS = "/api/v1/document-drafts";
    static final String ITEM = "11431000MB1938148M300017202800001";
    static final JsonMapper JSON = JsonMapper.builder().build();

    record Held(String id, String etag) {}

    static LocalDate today() {
        return ChinaTime.today(MovableClock.shared());
    }

    static String content(String title) {
        return """
                {"kind": "REVIEW_RULE", "title": "%s", "documentNumber": "郴市监〔2026〕1号", "issuer": "郴州市市场监督管理局",
                 "text": "第一条 质量管理人员在职在岗。\\n第二条 贮存条件相称。", "items": ["000172028000"]}""".formatted(title);
    }

    static String opening(String body, String content) {
        return "{\"body\": \"%s\", \"content\": %s}".formatted(body, content);
    }

    Held open(String content) throws Exception {
        return held(mockMvc.perform(
                        call(post(DRAFTS), opening(Persona.LEAD_BODY, content)).with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(status().isCreated()));
    }

    Held rewrite(Held held, String content) throws Exception {
        return held(mockMvc.perform(call(put(DRAFTS + "/" + held.id()), "{\"content\": " + content + "}")
                        .header("If-Match", held.etag())
                        .with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(status().isOk()));
    }

    Held requestReview(Held held) throws Exception {
        return held(mockMvc.perform(step(held, "review-requests", null).with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(status().isCreated()));
    }

    Held review(Held held, String outcome) throws Exception {
        return held(mockMvc.perform(step(
                                held,
                                "secrecy-reviews",
                                "{\"outcome\": \"%s\", \"ground\": \"对照保密事项范围逐项核对\"}".formatted(outcome))
                        .with(Tokens.as(CATALOG_PUBLISHER)))
                .andExpect(status().isCreated()));
    }

    Held cleared(String title) throws Exception {
        return review(requestReview(open(content(title))), "PASSED");
    }

    Held publish(Held held, LocalDate from, @Nullable LocalDate to, @Nullable LocalDate archiveOn) throws Exception {
        return held(mockMvc.perform(publication(held, from, to, archiveOn).with(Tokens.as(CATALOG_PUBLISHER)))
                .andExpect(status().isCreated()));
    }

    Held published(String title) throws Exception {
        return publish(cleared(title), today(), null, null);
    }

    Held withdraw(Held held) throws Exception {
        return held(mockMvc.perform(
                        step(held, "withdrawals", "{\"reason\": \"内容有误\"}").with(Tokens.as(CATALOG_PUBLISHER)))
                .andExpect(status().isCreated()));
    }

    static MockHttpServletRequestBuilder publication(
            Held held, LocalDate from, @Nullable LocalDate to, @Nullable LocalDate archiveOn) {
        var body = JSON.createObjectNode().put("effectiveFrom", from.toString());
        if (to != null) {
            body.put("effectiveTo", to.toString());
        }
        if (archiveOn != null) {
            body.put("archiveOn", archiveOn.toString());
        }
        return step(held, "publications", body.toString());
    }

    static MockHttpServletRequestBuilder step(Held held, String step, @Nullable String body) {
        return call(post(DRAFTS + "/" + held.id() + "/" + step), body).header("If-Match", held.etag());
    }

    static MockHttpServletRequestBuilder call(MockHttpServletRequestBuilder request, @Nullable String body) {
        request.header("Idempotency-Key", UUID.randomUUID().toString());
        return body == null
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    JsonNode read(String uri) throws Exception {
        return json(mockMvc.perform(get(uri)).andExpect(status().isOk()));
    }

    JsonNode readAs(Persona who, String uri) throws Exception {
        return json(mockMvc.perform(get(uri).with(Tokens.as(who))).andExpect(status().isOk()));
    }

    private static JsonNode json(ResultActions answer) throws Exception {
        return JSON.readTree(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    static Held held(ResultActions answer) throws Exception {
        var id = json(answer).get("id").stringValue();
        return new Held(
                id, Objects.requireNonNull(answer.andReturn().getResponse().getHeader("ETag")));
    }
}
