package cn.yiwang.catalog.disclosure;

import static cn.yiwang.catalog.disclosure.DisclosureDesk.DRAFTS;
import static cn.yiwang.catalog.disclosure.DisclosureDesk.call;
import static cn.yiwang.catalog.disclosure.DisclosureDesk.content;
import static cn.yiwang.catalog.disclosure.DisclosureDesk.opening;
import static cn.yiwang.catalog.disclosure.DisclosureDesk.publication;
import static cn.yiwang.catalog.disclosure.DisclosureDesk.step;
import static cn.yiwang.catalog.disclosure.DisclosureDesk.today;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static cn.yiwang.testsupport.Persona.CATALOG_PUBLISHER;
import static cn.yiwang.testsupport.Persona.LEAD_BODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.catalog.disclosure.DisclosureDesk.Held;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ProblemTexts;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.node.ObjectNode;

/** Every call here is refused: above all, nothing goes out around the secrecy review. */
@ServiceTest
class RefusedDisclosureTest {

    private static final String REVIEW = "{\"outcome\": \"PASSED\", \"ground\": \"已核对\"}";

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private JdbcClient jdbc;

    private DisclosureDesk desk;

    @BeforeEach
    void open() {
        desk = new DisclosureDesk(mockMvc);
    }

    @Test
    void publishing_what_nobody_reviewed() throws Exception {
        var draft = desk.open(content("未审"));
        refused(publisher(publication(draft, today(), null, null)), 409, "document-step-not-allowed");
        var submitted = desk.requestReview(draft);
        refused(publisher(publication(submitted, today(), null, null)), 409, "document-step-not-allowed");
        var refused = desk.review(submitted, "REFUSED");
        refused(publisher(publication(refused, today(), null, null)), 409, "document-step-not-allowed");
        refused(publisher(step(refused, "secrecy-reviews", REVIEW)), 409, "document-step-not-allowed");
    }

    @Test
    void publishing_another_content_than_the_reviewed_one() throws Exception {
        var cleared = desk.cleared("已审");
        var rewritten = desk.rewrite(cleared, content("审后修改"));
        refused(publisher(publication(rewritten, today(), null, null)), 409, "document-step-not-allowed");
        refused(publisher(publication(cleared, today(), null, null)), 412, "stale-version");
        assertThat(desk.readAs(CATALOG_EDITOR, DRAFTS + "/" + cleared.id())
                        .get("cleared")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void passing_what_was_rewritten_while_the_reviewer_read() throws Exception {
        var read = desk.requestReview(desk.open(content("审阅中")));
        var again = desk.requestReview(desk.rewrite(read, content("审阅中被修改")));
        refused(publisher(step(read, "secrecy-reviews", REVIEW)), 412, "stale-version");
        assertThat(again.etag()).isNotEqualTo(read.etag());
    }

    @Test
    void publishing_what_was_changed_behind_the_back_of_the_service() throws Exception {
        var cleared = desk.cleared("库内篡改");
        jdbc.sql(
                        "UPDATE disclosure_document SET content = REPLACE(content, '库内篡改', '机密内容') WHERE public_id = UNHEX(:id)")
                .param("id", cleared.id().replace("-", ""))
                .update();
        refused(publisher(publication(cleared, today(), null, null)), 409, "secrecy-review-missing");
    }

    @Test
    void the_database_itself_lets_nothing_out_without_a_review() throws Exception {
        var draft = desk.open(content("直接改状态"));
        assertThatThrownBy(() ->
                        jdbc.sql("""
                        UPDATE disclosure_document SET status = 'PUBLISHED', effective_from = '2026-01-01'
                         WHERE public_id = UNHEX(:id)""").param("id", draft.id().replace("-", "")).update())
                .isInstanceOfAny(DataIntegrityViolationException.class, UncategorizedSQLException.class)
                .hasMessageContaining("disclosure_document_was_reviewed");
    }

    @Test
    void deciding_on_what_one_wrote_even_once() throws Exception {
        var both = Tokens.staff("second-editor")
                .department(LEAD_BODY)
                .division(Persona.CHENZHOU)
                .roles(Role.CATALOG_EDITOR, Role.CATALOG_PUBLISHER);
        var draft = desk.open(content("两人办理"));
        var touched = DisclosureDesk.held(
                mockMvc.perform(call(put(DRAFTS + "/" + draft.id()), "{\"content\": " + content("两人办理甲") + "}")
                                .header("If-Match", draft.etag())
                                .with(both.asRequest()))
                        .andExpect(status().isOk()));
        var submitted = desk.requestReview(desk.rewrite(touched, content("两人办理乙")));
        refused(step(submitted, "secrecy-reviews", REVIEW).with(both.asRequest()), 403, "author-cannot-decide");
        var cleared = desk.review(submitted, "PASSED");
        refused(publication(cleared, today(), null, null).with(both.asRequest()), 403, "author-cannot-decide");
    }

    @Test
    void working_without_the_role_or_without_a_token() throws Exception {
        var draft = desk.open(content("角色"));
        var opening = opening(LEAD_BODY, content("角色"));
        refused(call(post(DRAFTS), opening).with(Tokens.as(AGENT)), 403, "forbidden");
        refused(call(post(DRAFTS), opening).with(Tokens.as(CATALOG_PUBLISHER)), 403, "forbidden");
        refused(call(post(DRAFTS), opening), 401, "unauthenticated");
        refused(get(DRAFTS).with(Tokens.as(AGENT)), 403, "forbidden");
        refused(get(DRAFTS + "/" + draft.id()).with(Tokens.as(AGENT)), 403, "forbidden");
        var submitted = desk.requestReview(draft);
        refused(editor(step(submitted, "secrecy-reviews", REVIEW)), 403, "forbidden");
        refused(editor(publication(submitted, today(), null, null)), 403, "forbidden");
        refused(editor(step(submitted, "withdrawals", "{\"reason\": \"错\"}")), 403, "forbidden");
        refused(publisher(step(submitted, "review-requests", null)), 403, "forbidden");
    }

    @Test
    void another_body_neither_lists_nor_reads_nor_changes() throws Exception {
        var foreign = Tokens.staff("foreign-editor")
                .department(Persona.FOREIGN_BODY)
                .division(Persona.CHANGDE)
                .roles(Role.CATALOG_EDITOR, Role.CATALOG_PUBLISHER);
        var draft = desk.open(content("本机构的草稿"));
        refused(get(DRAFTS + "/" + draft.id()).with(foreign.asRequest()), 404, "document-not-found");
        mockMvc.perform(get(DRAFTS + "?limit=100").with(foreign.asRequest()))
                .andExpect(jsonPath("$.items[?(@.id == '" + draft.id() + "')]").isEmpty());
        refused(
                call(put(DRAFTS + "/" + draft.id()), "{\"content\": " + content("改") + "}")
                        .header("If-Match", draft.etag())
                        .with(foreign.asRequest()),
                404,
                "document-not-found");
        refused(step(draft, "review-requests", null).with(foreign.asRequest()), 404, "document-not-found");
        var submitted = desk.requestReview(draft);
        refused(step(submitted, "secrecy-reviews", REVIEW).with(foreign.asRequest()), 404, "document-not-found");
        var cleared = desk.review(submitted, "PASSED");
        refused(publication(cleared, today(), null, null).with(foreign.asRequest()), 404, "document-not-found");
        var published = desk.publish(cleared, today(), null, null);
        refused(
                step(published, "withdrawals", "{\"reason\": \"错\"}").with(foreign.asRequest()),
                404,
                "document-not-found");
        refused(
                call(post(DRAFTS), opening(LEAD_BODY, content("冒名"))).with(foreign.asRequest()),
                403,
                "document-of-another-body");
    }

    @Test
    void changing_with_an_old_or_no_etag_or_without_a_key() throws Exception {
        var draft = desk.open(content("版本"));
        var old = new Held(draft.id(), "\"77\"");
        refused(editor(step(old, "review-requests", null)), 412, "stale-version");
        refused(
                editor(call(put(DRAFTS + "/" + draft.id()), "{\"content\": " + content("版本") + "}")),
                428,
                "precondition-required");
        refused(
                editor(post(DRAFTS + "/" + draft.id() + "/review-requests").header("If-Match", draft.etag())),
                400,
                "idempotency-key-required");
        var unknown = new Held(UUID.randomUUID().toString(), "\"1\"");
        refused(editor(step(unknown, "review-requests", null)), 404, "document-not-found");
    }

    @Test
    void writing_on_or_withdrawing_at_the_wrong_stage() throws Exception {
        var draft = desk.open(content("阶段"));
        refused(publisher(step(draft, "withdrawals", "{\"reason\": \"错\"}")), 409, "document-step-not-allowed");
        refused(publisher(step(draft, "secrecy-reviews", REVIEW)), 409, "document-step-not-allowed");
        var published = desk.published("已发布");
        refused(
                editor(call(put(DRAFTS + "/" + published.id()), "{\"content\": " + content("改") + "}")
                        .header("If-Match", published.etag())),
                409,
                "document-step-not-allowed");
        refused(editor(step(published, "review-requests", null)), 409, "document-step-not-allowed");
        var withdrawn = desk.withdraw(published);
        refused(publisher(publication(withdrawn, today(), null, null)), 409, "document-step-not-allowed");
    }

    @Test
    void a_validity_that_makes_no_sense() throws Exception {
        var cleared = desk.cleared("有效期");
        var day = today();
        for (var publication : new MockHttpServletRequestBuilder[] {
            publication(cleared, day.minusDays(1), null, null),
            publication(cleared, day.plusYears(101), null, null),
            publication(cleared, day, day.minusDays(1), null),
            publication(cleared, day, null, day.plusDays(9)),
            publication(cleared, day, day.plusDays(9), day.plusDays(9)),
            step(cleared, "publications", "{}"),
            step(cleared, "publications", "{\"effectiveFrom\": \"tomorrow\"}"),
        }) {
            refused(publisher(publication), 400, "invalid-request");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/title | \"字\"*201 | 400 | invalid-request",
                "/title | \"\" | 400 | invalid-request",
                "/title | \"有\\u0000零\" | 400 | invalid-request",
                "/title | \"换\\n行\" | 400 | invalid-request",
                "/title | \"\\u202Egnp.exe\" | 400 | invalid-request",
                "/text | \"字\"*20001 | 400 | invalid-request",
                "/text | \"有\\u001B控制符\" | 400 | invalid-request",
                "/text | \"\\uD800\" | 400 | invalid-request",
                "/text | null | 400 | invalid-request",
                "/kind | \"GOSSIP\" | 400 | invalid-request",
                "/kind | null | 400 | invalid-request",
                "/items | null | 400 | invalid-request",
                "/items | [null] | 400 | invalid-request",
                "/items | [\"短\"] | 400 | invalid-request",
                "/items | [\"000199999000\"] | 422 | document-inconsistent",
                "/unheard | 1 | 400 | invalid-request",
                "/channel | {\"phone\": \"12345\"} | 422 | document-inconsistent",
                "/channel | {\"url\": \"javascript:alert(1)\"} | 400 | invalid-request",
                "/channel | {\"phone\": \"<b>\"} | 400 | invalid-request",
                "/institution | {\"creditCode\": \"x\", \"name\": \"甲\", \"services\": [\"乙\"]} | 400 | invalid-request",
            })
    void a_content_that_cannot_be_kept(String place, String value, int status, String slug) throws Exception {
        var content = (ObjectNode) DisclosureDesk.JSON.readTree(content("恶意"));
        var repeated = value.matches("\".\"\\*\\d+")
                ? "\"" + value.substring(1, 2).repeat(Integer.parseInt(value.substring(4))) + "\""
                : value;
        var name = place.substring(1);
        content.remove(name);
        // By text, so that broken surrogates reach the service as they are.
        var rest = content.toString();
        var json = rest.substring(0, rest.length() - 1) + ",\"" + name + "\":" + repeated + "}";
        mockMvc.perform(editor(call(post(DRAFTS), opening(LEAD_BODY, json))))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/" + slug));
    }

    @Test
    void a_huge_body() throws Exception {
        mockMvc.perform(editor(call(post(DRAFTS), opening(LEAD_BODY, content("大".repeat(600_000))))))
                .andExpect(status().is4xxClientError());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/documents/019a8f2e-7a00-7d10-8c3e-52a1f0b9c701, 404, document-not-found",
        "/api/v1/documents/one, 400, invalid-request",
        "/api/v1/documents?kind=GOSSIP, 400, invalid-request",
        "/api/v1/documents?item=x, 400, invalid-request",
        "/api/v1/documents?body=x, 400, invalid-request",
        "/api/v1/documents?from=0001-01-01, 400, invalid-request",
        "/api/v1/documents?to=soon, 400, invalid-request",
        "/api/v1/documents?after=LTU, 400, invalid-request",
        "/api/v1/documents?after=eAox, 400, invalid-request",
        "/api/v1/documents?limit=101, 400, invalid-request",
        "/api/v1/items/11431000MB1938148M300017200500099/documents, 404, item-not-found",
    })
    void a_question_without_an_answer(String uri, int status, String slug) throws Exception {
        refused(get(uri), status, slug);
    }

    @Test
    void every_problem_has_its_texts_and_its_page() {
        ProblemTexts.check(DisclosureProblem.class);
    }

    private ResultActions refused(MockHttpServletRequestBuilder call, int status, String slug) throws Exception {
        return mockMvc.perform(call)
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/" + slug));
    }

    private static MockHttpServletRequestBuilder editor(MockHttpServletRequestBuilder call) {
        return call.with(Tokens.as(CATALOG_EDITOR));
    }

    private static MockHttpServletRequestBuilder publisher(MockHttpServletRequestBuilder call) {
        return call.with(Tokens.as(CATALOG_PUBLISHER));
    }
}
