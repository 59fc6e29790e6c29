package cn.yiwang.catalog.item;

import static cn.yiwang.catalog.item.CatalogDesk.guideBody;
import static cn.yiwang.catalog.item.CatalogDesk.json;
import static cn.yiwang.catalog.item.CatalogDesk.publication;
import static cn.yiwang.testsupport.Persona.AGENT;
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
import cn.yiwang.testsupport.ProblemTexts;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every call here is refused, and none of them changes anything. */
@ServiceTest
class RefusedWorkTest {

    private static final String ITEM = "11431000MB1938148M300017201900001";
    private static final String DRAFTS = "/api/v1/items/" + ITEM + "/drafts";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private MockMvc mockMvc;

    @Autowired
    private JdbcClient jdbc;

    private CatalogDesk desk;
    private Draft draft;
    private String before;

    @BeforeEach
    void openDraftOnce() throws Exception {
        desk = new CatalogDesk(mockMvc);
        var open = jdbc.sql("""
                SELECT gv.row_version FROM guide_version gv JOIN business_item bi ON bi.id = gv.business_item_id
                 WHERE bi.item_code = :item AND gv.status = 'DRAFT'""").param("item", ITEM).query(Long.class).optional();
        draft = open.isPresent() ? new Draft(ITEM, 2, "\"" + open.get() + "\"") : desk.draftOf(ITEM, guide -> guide);
        before = state();
    }

    @AfterEach
    void nothing_changed() {
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void a_second_draft_beside_the_first() throws Exception {
        refused(editor(newKey(json(post(DRAFTS), guideBody(desk.guideOf(ITEM, guide -> guide))))), 409, "draft-exists");
    }

    @Test
    void publishing_what_one_wrote() throws Exception {
        var both = Tokens.staff("catalog-editor")
                .department(Persona.LEAD_BODY)
                .division(Persona.CHENZHOU)
                .roles(Role.CATALOG_EDITOR, Role.CATALOG_PUBLISHER);
        refused(
                newKey(publication(draft, CatalogDesk.today(), "理由")).with(both.asRequest()),
                403,
                "publisher-is-editor");
    }

    @Test
    void publishing_with_an_old_or_no_or_any_etag() throws Exception {
        var old = new Draft(ITEM, draft.version(), "\"77\"");
        refused(publisher(newKey(publication(old, CatalogDesk.today(), "理由"))), 412, "stale-version");
        var any = new Draft(ITEM, draft.version(), "*");
        refused(publisher(newKey(publication(any, CatalogDesk.today(), "理由"))), 412, "stale-version");
        refused(
                publisher(newKey(json(post(DRAFTS + "/2/publications"), "{\"effectiveFrom\":\"2026-12-01\"}"))),
                428,
                "precondition-required");
        refused(publisher(publication(draft, CatalogDesk.today(), "理由")), 400, "idempotency-key-required");
    }

    @Test
    void rewriting_with_an_old_or_no_etag() throws Exception {
        var body = guideBody(desk.guideOf(ITEM, guide -> guide));
        refused(editor(json(put(DRAFTS + "/2"), body).header("If-Match", "\"77\"")), 412, "stale-version");
        refused(editor(json(put(DRAFTS + "/2"), body)), 428, "precondition-required");
        refused(editor(json(put(DRAFTS + "/1"), body).header("If-Match", "\"2\"")), 404, "draft-not-found");
        refused(editor(json(put(DRAFTS + "/9"), body).header("If-Match", "\"1\"")), 404, "draft-not-found");
    }

    @Test
    void publishing_yesterday_or_in_the_far_future_or_what_is_published() throws Exception {
        var rules = refused(
                publisher(newKey(publication(draft, CatalogDesk.today().minusDays(1), "理由"))),
                422,
                "guide-not-publishable");
        rules.andExpect(jsonPath("$.errors[0].code").value("publish-rule.not-retroactive"))
                .andExpect(jsonPath("$.errors[0].pointer").value("/effectiveFrom"))
                .andExpect(jsonPath("$.errors[0].detail").isNotEmpty());
        refused(publisher(newKey(publication(draft, CatalogDesk.today().plusYears(11), "理由"))), 400, "invalid-request");
        var published = new Draft(ITEM, 1, "\"2\"");
        refused(publisher(newKey(publication(published, CatalogDesk.today(), "理由"))), 404, "draft-not-found");
    }

    @Test
    void working_on_the_guide_of_another_body() throws Exception {
        var foreign = "11430700MBEX00044E300017200500001";
        var body = guideBody(desk.guideOf(foreign, guide -> guide));
        refused(editor(newKey(json(post("/api/v1/items/" + foreign + "/drafts"), body))), 403, "guide-of-another-body");
        refused(
                publisher(newKey(publication(new Draft(foreign, 2, "\"1\""), CatalogDesk.today(), "理由"))),
                403,
                "guide-of-another-body");
        var elsewhere = Tokens.staff("other-editor")
                .department(Persona.FOREIGN_BODY)
                .division(Persona.CHANGDE)
                .roles(Role.CATALOG_EDITOR);
        refused(get(DRAFTS + "/2").with(elsewhere.asRequest()), 403, "guide-of-another-body");
    }

    @Test
    void working_without_the_role_or_without_a_good_token() throws Exception {
        var body = guideBody(desk.guideOf(ITEM, guide -> guide));
        refused(newKey(json(post(DRAFTS), body)).with(Tokens.as(AGENT)), 403, "forbidden");
        refused(newKey(json(post(DRAFTS), body)).with(Tokens.as(CATALOG_PUBLISHER)), 403, "forbidden");
        refused(
                newKey(publication(draft, CatalogDesk.today(), "理由")).with(Tokens.as(CATALOG_EDITOR)),
                403,
                "forbidden");
        refused(get("/api/v1/item-drafts").with(Tokens.as(AGENT)), 403, "forbidden");
        for (var token : new String[] {
            CATALOG_EDITOR.token().expired(),
            CATALOG_EDITOR.token().forged(),
            CATALOG_EDITOR.token().unsigned()
        }) {
            refused(newKey(json(post(DRAFTS), body)).header("Authorization", token), 401, "unauthenticated");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/visitReason | '字'*301 | 400",
                "/materials/0/name | '字'*201 | 400",
                "/materials/0/name | '有\\u0000零' | 400",
                "/materials/0/name | '' | 400",
                "/materials/0/necessity | 'MAYBE' | 400",
                "/materials/0/copies | -1 | 400",
                "/materials/0/maxBytes | 99999999999 | 400",
                "/materials/0/unheard | 1 | 400",
                "/links/0/limit/amount | 'ten' | 400",
                "/links/0/department/code | 'short' | 400",
                "/links | [] | 400",
                "/conditions | null | 400",
                "/conditions/0 | null | 400",
                "/requiredAssurance | 5 | 400",
                "/timeLimits/statutory/unit | 'FORTNIGHT' | 400",
            })
    void a_guide_that_the_catalog_could_not_keep(String place, String value, int status) throws Exception {
        var guide = desk.guideOf(ITEM, json -> set(json, place, value));
        mockMvc.perform(editor(json(put(DRAFTS + "/2"), guideBody(guide)).header("If-Match", draft.etag())))
                .andExpect(status().is(status));
    }

    @Test
    void a_body_that_is_no_json() throws Exception {
        refused(
                editor(json(put(DRAFTS + "/2"), "{\"guide\":").header("If-Match", draft.etag())),
                400,
                "malformed-request");
        refused(editor(json(put(DRAFTS + "/2"), "{}").header("If-Match", draft.etag())), 400, "invalid-request");
    }

    @Test
    void every_problem_has_its_texts_and_its_page() {
        ProblemTexts.check(CatalogProblem.class);
    }

    private ResultActions refused(MockHttpServletRequestBuilder call, int status, String slug) throws Exception {
        return mockMvc.perform(call)
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/" + slug));
    }

    private static MockHttpServletRequestBuilder newKey(MockHttpServletRequestBuilder call) {
        return call.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static MockHttpServletRequestBuilder editor(MockHttpServletRequestBuilder call) {
        return call.with(Tokens.as(CATALOG_EDITOR));
    }

    private static MockHttpServletRequestBuilder publisher(MockHttpServletRequestBuilder call) {
        return call.with(Tokens.as(CATALOG_PUBLISHER));
    }

    /** Sets a value; {@code 'x'*n} repeats a text. */
    private static ObjectNode set(ObjectNode json, String place, String value) {
        var slash = place.lastIndexOf('/');
        var parent = json.at(place.substring(0, slash));
        var name = place.substring(slash + 1);
        var repeated = value.matches("'.'\\*\\d+")
                ? "'" + value.substring(1, 2).repeat(Integer.parseInt(value.substring(4))) + "'"
                : value;
        var node = JSON.readTree(repeated.replace('\'', '"'));
        if (parent instanceof ObjectNode object) {
            object.set(name, node);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), node);
        }
        return json;
    }

    private String state() {
        return jdbc.sql("""
                SELECT CONCAT(COUNT(*), '/', SUM(gv.row_version), '/', (SELECT SUM(event_count) FROM business_item))
                  FROM guide_version gv""").query(String.class).single();
    }
}
