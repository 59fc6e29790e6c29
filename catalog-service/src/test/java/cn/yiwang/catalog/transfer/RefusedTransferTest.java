package cn.yiwang.catalog.transfer;

import static cn.yiwang.catalog.transfer.TransferDesk.IMPORTS;
import static cn.yiwang.catalog.transfer.TransferDesk.catalog;
import static cn.yiwang.catalog.transfer.TransferDesk.newKey;
import static cn.yiwang.catalog.transfer.TransferDesk.province;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.CATALOG_EDITOR;
import static cn.yiwang.testsupport.Persona.CATALOG_PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ProblemTexts;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Imports and exports that are refused. */
@ServiceTest
@TestPropertySource(properties = TransferDesk.OWN_CATALOG)
class RefusedTransferTest {

    private static final byte[] TEXT = "x".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private MockMvc mockMvc;

    @Test
    void a_file_without_key_without_content_or_from_whoever_may_not() throws Exception {
        refused(TransferDesk.upload("a.csv", TEXT).with(Tokens.as(CATALOG_EDITOR)), 400, "idempotency-key-required");
        refused(keyed(new byte[0], Tokens.as(CATALOG_EDITOR)), 400, "invalid-request");
        refused(keyed(TEXT, Tokens.as(AGENT)), 403, "forbidden");
        refused(keyed(TEXT, Tokens.as(CATALOG_PUBLISHER)), 403, "forbidden");
        refused(keyed(TEXT, Tokens.staff("nobody").roles(Role.CATALOG_EDITOR).asRequest()), 403, "forbidden");
        refused(newKey(post(IMPORTS)).with(Tokens.as(CATALOG_EDITOR)), 415, "unsupported-media-type");
        refused(TransferDesk.upload("a.csv", TEXT), 401, "unauthenticated");
    }

    @Test
    void the_same_key_answers_the_same_and_refuses_another_file() throws Exception {
        var key = UUID.randomUUID().toString();
        var first = TransferDesk.body(
                mockMvc.perform(upload(key, TEXT, Tokens.as(CATALOG_EDITOR))).andExpect(status().isAccepted()));
        var again = TransferDesk.body(
                mockMvc.perform(upload(key, TEXT, Tokens.as(CATALOG_EDITOR))).andExpect(status().isAccepted()));
        assertThat(again).isEqualTo(first);
        refused(
                upload(key, "y".getBytes(StandardCharsets.UTF_8), Tokens.as(CATALOG_EDITOR)),
                422,
                "idempotency-key-reused");
    }

    @Test
    void an_import_of_another_body_is_not_there() throws Exception {
        var desk = new TransferDesk(mockMvc);
        var found = desk.checked(province(), "a.json", catalog("11430000MB1599860M", "000172921", 0, 1));
        var path = IMPORTS + "/" + found.get("id").stringValue();
        refused(get(path).with(Tokens.as(CATALOG_EDITOR)), 404, "catalog-import-not-found");
        refused(get(path + "/findings").with(Tokens.as(CATALOG_EDITOR)), 404, "catalog-import-not-found");
        refused(ordered(path).with(Tokens.as(CATALOG_EDITOR)), 404, "catalog-import-not-found");
        refused(get(path).with(Tokens.as(AGENT)), 403, "forbidden");
        refused(get(IMPORTS + "/no-id").with(Tokens.as(CATALOG_EDITOR)), 400, "invalid-request");
        mockMvc.perform(get(IMPORTS).with(Tokens.as(CATALOG_EDITOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.body != '" + Persona.LEAD_BODY + "')]")
                        .isEmpty());
    }

    @Test
    void applying_blindly_or_with_an_old_version() throws Exception {
        var desk = new TransferDesk(mockMvc);
        var found = desk.checked(province(), "a.json", catalog("11430000MB1599860M", "000172922", 0, 1));
        var path = IMPORTS + "/" + found.get("id").stringValue();
        refused(newKey(post(path + "/applications")).with(province()), 428, "precondition-required");
        refused(ordered(path).with(province()), 412, "stale-version");
        refused(
                post(path + "/applications").header("If-Match", "\"1\"").with(province()),
                400,
                "idempotency-key-required");
        refused(ordered(path).with(Tokens.as(CATALOG_PUBLISHER)), 403, "forbidden");
        desk.applied(province(), found);
        refused(ordered(path).with(province()), 409, "catalog-import-not-applicable");
    }

    @Test
    void exports_of_drafts_by_whoever_may_not_list_them() throws Exception {
        refused(drafts(Persona.LEAD_BODY), 401, "unauthenticated");
        refused(drafts(Persona.LEAD_BODY).with(Tokens.as(AGENT)), 403, "forbidden");
        refused(drafts(Persona.FOREIGN_BODY).with(Tokens.as(CATALOG_EDITOR)), 403, "forbidden");
    }

    @Test
    void exports_of_nothing_that_is() throws Exception {
        refused(get("/api/v1/catalog-exports"), 400, "invalid-request");
        refused(get("/api/v1/catalog-exports").param("body", "x"), 400, "invalid-request");
        refused(get("/api/v1/catalog-exports").param("body", "91430100MA4YWT0E2J"), 404, "not-found");
        refused(
                get("/api/v1/catalog-exports").param("body", Persona.LEAD_BODY).param("format", "pdf"),
                400,
                "invalid-request");
    }

    @Test
    void every_problem_has_its_texts_and_its_page() {
        ProblemTexts.check(TransferProblem.class);
    }

    private static MockHttpServletRequestBuilder drafts(String body) {
        return get("/api/v1/catalog-exports").param("body", body).param("content", "drafts");
    }

    private static MockHttpServletRequestBuilder ordered(String path) {
        return newKey(post(path + "/applications")).header("If-Match", "\"1\"");
    }

    private static RequestBuilder keyed(byte[] content, RequestPostProcessor who) {
        return upload(UUID.randomUUID().toString(), content, who);
    }

    private static RequestBuilder upload(String key, byte[] content, RequestPostProcessor who) {
        var call = TransferDesk.upload("a.csv", content);
        call.header("Idempotency-Key", key);
        call.with(who);
        return call;
    }

    private void refused(RequestBuilder call, int status, String slug) throws Exception {
        mockMvc.perform(call)
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("/problems/" + slug));
    }
}
