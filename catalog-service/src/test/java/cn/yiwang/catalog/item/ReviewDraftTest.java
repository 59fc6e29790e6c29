package cn.yiwang.catalog.item;

import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static cn.yiwang.testsupport.Persona.CATALOG_PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.catalog.item.CatalogDesk.Draft;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An editor asks, a publisher returns with reasons, the editor mends, the publisher publishes; then the versions are compared. */
@ServiceTest
class ReviewDraftTest {

    private static final String REASONS =
            "{\"reasons\": [{\"pointer\": \"/guide/visits\", \"text\": \"请说明到场原因\"}, {\"text\": \"请核对全文\"}]}";

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private TestItems testItems;

    private CatalogDesk desk;

    @BeforeEach
    void open() {
        desk = new CatalogDesk(mockMvc);
    }

    @Test
    void a_draft_goes_to_review_comes_back_with_reasons_is_mended_and_published() throws Exception {
        var item = testItems.published("000172011000", "01", "第一类中的药品类易制毒化学品经营许可");
        var asked = step(desk.draftOf(item, guide -> guide), "review-requests", "{\"note\": \"请审核\"}", CATALOG_EDITOR);
        mockMvc.perform(get("/api/v1/items/{item}/drafts/2", item).with(Tokens.as(CATALOG_PUBLISHER)))
                .andExpect(jsonPath("$.status").value("IN_REVIEW"))
                .andExpect(jsonPath("$.reviews[0].note").value("请审核"));
        mockMvc.perform(get("/api/v1/item-drafts?limit=100").with(Tokens.as(CATALOG_PUBLISHER)))
                .andExpect(jsonPath("$.items[?(@.itemCode == '" + item + "')].status")
                        .value("IN_REVIEW"));
        mockMvc.perform(get("/api/v1/items/{item}/versions/2", item)).andExpect(status().isNotFound());
        var returned = step(asked, "returns", REASONS, CATALOG_PUBLISHER);
        mockMvc.perform(get("/api/v1/items/{item}/drafts/2", item).with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(jsonPath("$.status").value("DRAFT"))
                .andExpect(jsonPath("$.reviews[0].reasons[0].pointer").value("/guide/visits"))
                .andExpect(jsonPath("$.reviews[0].reasons[1].text").value("请核对全文"))
                .andExpect(jsonPath("$.reviews[1].kind").value("REQUEST"));
        var mended = desk.rewrite(returned, guide -> guide.put("requiredAssurance", 4));
        var again = step(mended, "review-requests", "{}", CATALOG_EDITOR);
        desk.publish(again, CatalogDesk.today(), "核对过来源").andExpect(status().isCreated());

        mockMvc.perform(get("/api/v1/items/{item}/differences?from=1&to=2", item))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.differences.length()").value(1))
                .andExpect(jsonPath("$.differences[0].pointer").value("/requiredAssurance"))
                .andExpect(jsonPath("$.differences[0].kind").value("CHANGED"))
                .andExpect(jsonPath("$.differences[0].label.zh").value("实名认证等级"))
                .andExpect(jsonPath("$.differences[0].before").value(2))
                .andExpect(jsonPath("$.differences[0].after").value(4));
        refused(get("/api/v1/items/{item}/differences?from=1&to=3", item), 404, "item-version-not-found");
        refused(get("/api/v1/items/{item}/differences?from=2&to=1", item), 400, "invalid-request");
        refused(get("/api/v1/items/{item}/differences?from=0&to=1", item), 400, "invalid-request");
        refused(get("/api/v1/items/{item}/differences?from=1", item), 400, "invalid-request");
        refused(get("/api/v1/items/1/differences?from=1&to=2"), 404, "item-not-found");
    }

    @Test
    void what_the_review_refuses() throws Exception {
        var item = testItems.published("000172012000", "01", "第一类中的药品类易制毒化学品购买许可");
        var draft = desk.draftOf(item, guide -> guide);
        refused(call(draft, "returns", REASONS, CATALOG_PUBLISHER), 409, "draft-not-in-review");
        refused(call(draft, "review-requests", "{}", CATALOG_PUBLISHER), 403, "forbidden");
        refused(call(draft, "returns", REASONS, CATALOG_EDITOR), 403, "forbidden");
        refused(call(new Draft(item, 2, "\"7\""), "review-requests", "{}", CATALOG_EDITOR), 412, "stale-version");
        refused(call(new Draft(item, 9, "\"1\""), "review-requests", "{}", CATALOG_EDITOR), 404, "draft-not-found");
        refused(call(new Draft(item, 1, "\"2\""), "review-requests", "{}", CATALOG_EDITOR), 404, "draft-not-found");
        refused(
                CatalogDesk.json(post("/api/v1/items/{item}/drafts/2/review-requests", item), "{}")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .with(Tokens.as(CATALOG_EDITOR)),
                428,
                "precondition-required");
        var asked = step(draft, "review-requests", "{}", CATALOG_EDITOR);
        refused(call(asked, "review-requests", "{}", CATALOG_EDITOR), 409, "draft-in-review");
        refused(
                CatalogDesk.json(
                                put("/api/v1/items/{item}/drafts/2", item),
                                CatalogDesk.guideBody(desk.guideOf(item, guide -> guide)))
                        .header("If-Match", asked.etag())
                        .with(Tokens.as(CATALOG_EDITOR)),
                409,
                "draft-in-review");
        for (var body : new String[] {
            "{}",
            "{\"reasons\": []}",
            "{\"reasons\": [null]}",
            "{\"reasons\": [{\"text\": \"\"}]}",
            "{\"reasons\": [{\"pointer\": \"visits\", \"text\": \"理由\"}]}",
            "{\"reasons\": [{\"text\": \"%s\"}]}".formatted("字".repeat(501))
        }) {
            refused(call(asked, "returns", body, CATALOG_PUBLISHER), 400, "invalid-request");
        }
        var both = Tokens.staff("catalog-editor")
                .department(Persona.LEAD_BODY)
                .division(Persona.CHENZHOU)
                .roles(Role.CATALOG_EDITOR, Role.CATALOG_PUBLISHER);
        refused(builder(asked, "returns", REASONS).with(both.asRequest()), 403, "publisher-is-editor");
        var elsewhere = Tokens.staff("other-publisher")
                .department(Persona.FOREIGN_BODY)
                .division(Persona.CHANGDE)
                .roles(Role.CATALOG_PUBLISHER);
        refused(builder(asked, "returns", REASONS).with(elsewhere.asRequest()), 403, "guide-of-another-body");
        mockMvc.perform(get("/api/v1/items/{item}/drafts/2", item).with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(jsonPath("$.status").value("IN_REVIEW"));
        assertThat(asked.etag()).isEqualTo("\"2\"");
    }

    private Draft step(Draft draft, String step, String body, Persona person) throws Exception {
        var response = mockMvc.perform(call(draft, step, body, person))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse();
        return new Draft(draft.item(), draft.version(), Objects.requireNonNull(response.getHeader("ETag")));
    }

    private static MockHttpServletRequestBuilder call(Draft draft, String step, String body, Persona person) {
        return builder(draft, step, body).with(Tokens.as(person));
    }

    private static MockHttpServletRequestBuilder builder(Draft draft, String step, String body) {
        return CatalogDesk.json(
                        post("/api/v1/items/{item}/drafts/{version}/" + step, draft.item(), draft.version()), body)
                .header("If-Match", draft.etag())
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private ResultActions refused(MockHttpServletRequestBuilder call, int status, String slug) throws Exception {
        return mockMvc.perform(call)
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/" + slug));
    }
}
