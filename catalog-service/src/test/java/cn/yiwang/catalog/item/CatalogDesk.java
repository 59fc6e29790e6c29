package cn.yiwang.catalog.item;

import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static cn.yiwang.testsupport.Persona.CATALOG_PUBLISHER;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The desk at which editors and publishers of the lead body work. */
record CatalogDesk(MockMvc mockMvc) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Draft(String item, int version, String etag) {}

    static LocalDate today() {
        return ChinaTime.today(MovableClock.shared());
    }

    /** The guide in force, changed. */
    ObjectNode guideOf(String item, UnaryOperator<ObjectNode> change) throws Exception {
        var body = mockMvc.perform(get("/api/v1/items/{item}", item))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return change.apply((ObjectNode) JSON.readTree(body).get("guide"));
    }

    Draft draftOf(String item, UnaryOperator<ObjectNode> change) throws Exception {
        var response = mockMvc.perform(json(post("/api/v1/items/{item}/drafts", item), guideBody(guideOf(item, change)))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse();
        var version = JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8))
                .get("version")
                .intValue();
        return new Draft(item, version, Objects.requireNonNull(response.getHeader("ETag")));
    }

    Draft rewrite(Draft draft, UnaryOperator<ObjectNode> change) throws Exception {
        var response = mockMvc.perform(json(
                                put("/api/v1/items/{item}/drafts/{version}", draft.item(), draft.version()),
                                guideBody(guideOf(draft.item(), change)))
                        .header("If-Match", draft.etag())
                        .with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        return new Draft(draft.item(), draft.version(), Objects.requireNonNull(response.getHeader("ETag")));
    }

    ResultActions publish(Draft draft, LocalDate from, @Nullable String note) throws Exception {
        return publish(draft, from, note, UUID.randomUUID().toString());
    }

    ResultActions publish(Draft draft, LocalDate from, @Nullable String note, String key) throws Exception {
        return mockMvc.perform(
                publication(draft, from, note).header("Idempotency-Key", key).with(Tokens.as(CATALOG_PUBLISHER)));
    }

    static MockHttpServletRequestBuilder publication(Draft draft, LocalDate from, @Nullable String note) {
        var body = JSON.createObjectNode().put("effectiveFrom", from.toString());
        if (note != null) {
            body.put("note", note);
        }
        return json(
                        post("/api/v1/items/{item}/drafts/{version}/publications", draft.item(), draft.version()),
                        body.toString())
                .header("If-Match", draft.etag());
    }

    static String guideBody(ObjectNode guide) {
        return JSON.writeValueAsString(Map.of("guide", guide));
    }

    static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
