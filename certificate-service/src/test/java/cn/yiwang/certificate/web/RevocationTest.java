package cn.yiwang.certificate.web;

import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.CERTIFICATE_OFFICER;
import static cn.yiwang.testsupport.Persona.FOREIGN_BODY;
import static cn.yiwang.testsupport.Persona.FOREIGN_CLERK;
import static cn.yiwang.testsupport.Persona.OTHER_AGENT;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.certificate.Issued;
import cn.yiwang.certificate.Wish;
import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import cn.yiwang.testsupport.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class RevocationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REASON = "{\"reason\":\"以欺骗手段取得许可（行政许可法第六十九条）\"}";
    private static final String FIRST = "\"1\"";

    @Autowired
    MockMvc mockMvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConfidentialCodec codec;

    @Autowired
    Environment environment;

    UUID id;

    @BeforeEach
    void a_certificate_is_issued() {
        Wish wish = Wish.ofCompany(environment);
        wish.publish();
        id = Issued.await(jdbc, wish);
    }

    @Test
    void the_officer_of_the_issuer_takes_it_back_and_everybody_hears_of_it() throws Exception {
        MockHttpServletResponse answer = revoke(CERTIFICATE_OFFICER.token(), FIRST, "key-" + id, REASON);
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getHeader("ETag")).isEqualTo("\"2\"");
        JsonNode view = JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
        assertThat(view.path("status").path("code").stringValue()).isEqualTo("03");

        JsonNode event = Topics.await("yiwang.certificate", id.toString(), "cn.yiwang.certificate.revoked.v1");
        Contracts.checkEvent("certificate", event);
        assertThat(event.path("sequence").stringValue()).isEqualTo("2");
        assertThat(event.toString()).doesNotContain("欺骗", "安康");

        URI link = URI.create(view.path("verificationLink").stringValue());
        JsonNode seen = JSON.readTree(mockMvc.perform(get(URI.create(link.getRawPath() + "?" + link.getRawQuery())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(seen.path("status").path("label").stringValue()).isEqualTo("撤销");
        assertThat(seen.path("revokedOn").stringValue()).isNotBlank();
        assertThat(seen.toString()).doesNotContain("欺骗");

        byte[] sealed = jdbc.sql("""
                        SELECT h.reason_sealed FROM certificate_history h JOIN certificate c ON c.id = h.certificate_id
                        WHERE c.public_id = ? AND h.event = 'certificate-revoked'""").param(Ids.toBytes(id)).query(byte[].class).single();
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("欺骗");
        assertThat(codec.open(sealed, "certificate_history.reason_sealed")).isEqualTo("以欺骗手段取得许可（行政许可法第六十九条）");
        assertThat(jdbc.sql("""
                        SELECT CONCAT(ground, ' ', details) FROM audit_entry WHERE action = 'revoke-certificate' AND object_id = ?""").param(id.toString()).query(String.class).single())
                .startsWith("行政许可法第六十九条 {")
                .doesNotContain("欺骗");
    }

    @Test
    void the_same_key_replays_the_answer_and_a_new_decision_finds_it_revoked() throws Exception {
        Tokens officer = CERTIFICATE_OFFICER.token();
        MockHttpServletResponse first = revoke(officer, FIRST, "replay-" + id, REASON);
        MockHttpServletResponse again = revoke(officer, FIRST, "replay-" + id, REASON);
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(again.getHeader("ETag")).isEqualTo("\"2\"");
        assertThat(revoke(officer, FIRST, "replay-" + id, "{\"reason\":\"另一理由\"}")
                        .getStatus())
                .isEqualTo(422);
        assertThat(revoke(officer, FIRST, "stale-" + id, REASON).getStatus()).isEqualTo(412);
        assertThat(revoke(officer, "\"2\"", "second-" + id, REASON).getStatus()).isEqualTo(409);
        assertThat(events()).hasSize(2);
    }

    @Test
    void a_decision_needs_a_version_a_key_and_a_token() throws Exception {
        Tokens officer = CERTIFICATE_OFFICER.token();
        assertThat(revoke(officer, null, "key-" + id, REASON).getStatus()).isEqualTo(428);
        assertThat(revoke(officer, "*", "key-" + id, REASON).getStatus()).isEqualTo(412);
        assertThat(revoke(officer, "\"7\"", "key-" + id, REASON).getStatus()).isEqualTo(412);
        assertThat(revoke(officer, FIRST, null, REASON).getStatus()).isEqualTo(400);
        assertThat(revoke(null, FIRST, "key-" + id, REASON).getStatus()).isEqualTo(401);
        assertUntouched();
    }

    @Test
    void nobody_else_may_and_strangers_do_not_even_learn_that_it_exists() throws Exception {
        assertThat(revoke(REVIEWER.token(), FIRST, "a-" + id, REASON).getStatus())
                .isEqualTo(403);
        assertThat(revoke(AGENT.token(), FIRST, "b-" + id, REASON).getStatus()).isEqualTo(403);
        assertThat(revoke(FOREIGN_CLERK.token(), FIRST, "c-" + id, REASON).getStatus())
                .isEqualTo(403);
        Tokens foreignOfficer = CERTIFICATE_OFFICER
                .token()
                .department(FOREIGN_BODY)
                .division("430700")
                .roles(Role.CERTIFICATE_OFFICER);
        assertThat(revoke(foreignOfficer, FIRST, "d-" + id, REASON).getStatus()).isEqualTo(404);
        Tokens holderWithTheRole = AGENT.token().roles(Role.APPLICANT, Role.CERTIFICATE_OFFICER);
        assertThat(revoke(holderWithTheRole, FIRST, "e-" + id, REASON).getStatus())
                .isEqualTo(403);
        assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"reason\":null}",
                "{\"reason\":\"\"}",
                "{\"reason\":\"   \"}",
                "{\"reason\":5}",
                "{\"reason\":\"a\\u0000b\"}",
                "{\"reason\":\"ok\",\"status\":\"REVOKED\"}"
            })
    void a_malformed_decision_changes_nothing(String body) throws Exception {
        assertThat(revoke(CERTIFICATE_OFFICER.token(), FIRST, "key-" + id, body).getStatus())
                .isEqualTo(400);
        assertUntouched();
    }

    @Test
    void a_reason_is_bounded_as_its_column_is() throws Exception {
        String tooLong = "{\"reason\":\"" + "长".repeat(501) + "\"}";
        assertThat(revoke(CERTIFICATE_OFFICER.token(), FIRST, "long-" + id, tooLong)
                        .getStatus())
                .isEqualTo(400);
        String longest = "{\"reason\":\"" + "长".repeat(500) + "\"}";
        assertThat(revoke(CERTIFICATE_OFFICER.token(), FIRST, "full-" + id, longest)
                        .getStatus())
                .isEqualTo(201);
    }

    @Test
    void of_two_decisions_at_once_one_wins() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String key = "race-" + i + "-" + id;
                answers.add(threads.submit(() ->
                        revoke(CERTIFICATE_OFFICER.token(), FIRST, key, REASON).getStatus()));
            }
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(201, 412, 412, 412);
        assertThat(events()).hasSize(2);
    }

    @Test
    void holders_see_their_own_and_staff_what_their_body_issued() throws Exception {
        assertThat(status(AGENT.token(), id)).isEqualTo(200);
        assertThat(status(REVIEWER.token(), id)).isEqualTo(200);
        assertThat(status(OTHER_AGENT.token(), id)).isEqualTo(404);
        assertThat(status(FOREIGN_CLERK.token(), id)).isEqualTo(404);
        assertThat(status(AGENT.token(), UUID.randomUUID())).isEqualTo(404);
        assertThat(list(AGENT.token())).contains(id.toString()).doesNotContain("91431000MA4YWT0E1N");
        assertThat(list(REVIEWER.token())).contains(id.toString());
        assertThat(list(OTHER_AGENT.token())).doesNotContain(id.toString());
        assertThat(list(FOREIGN_CLERK.token())).doesNotContain(id.toString());
        assertThat(list(Tokens.system("somebody", "internal"))).doesNotContain(id.toString());
    }

    @Test
    void a_list_goes_on_where_the_page_before_ended() throws Exception {
        a_certificate_is_issued();
        a_certificate_is_issued();
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            var request = get("/api/v1/certificates")
                    .queryParam("limit", "2")
                    .with(AGENT.token().asRequest());
            if (after != null) {
                request.queryParam("after", after);
            }
            JsonNode page = JSON.readTree(
                    mockMvc.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
            page.path("items").forEach(item -> seen.add(item.path("id").stringValue()));
            after = page.path("next").isString() ? page.path("next").stringValue() : null;
        } while (after != null);
        assertThat(seen).doesNotHaveDuplicates().contains(id.toString());
        assertThat(seen)
                .hasSize(jdbc.sql(
                                "SELECT COUNT(*) FROM certificate WHERE holder_kind = 'ORGANIZATION'"
                                        + " AND holder_index = (SELECT holder_index FROM certificate WHERE public_id = UNHEX(?))")
                        .param(id.toString().replace("-", ""))
                        .query(Integer.class)
                        .single());
    }

    private int status(Tokens token, UUID certificate) throws Exception {
        return mockMvc.perform(get("/api/v1/certificates/{id}", certificate).with(token.asRequest()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String list(Tokens token) throws Exception {
        MockHttpServletResponse answer = mockMvc.perform(
                        get("/api/v1/certificates").queryParam("limit", "100").with(token.asRequest()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private void assertUntouched() throws Exception {
        JsonNode view = Issued.read(mockMvc, id, CERTIFICATE_OFFICER.token());
        assertThat(view.path("status").path("code").stringValue()).isEqualTo("01");
        assertThat(view.path("version").intValue()).isEqualTo(1);
    }

    private List<JsonNode> events() {
        Topics.await("yiwang.certificate", id.toString(), "cn.yiwang.certificate.revoked.v1");
        return Topics.read("yiwang.certificate", id.toString());
    }

    private MockHttpServletResponse revoke(
            @Nullable Tokens token, @Nullable String ifMatch, @Nullable String key, String body) throws Exception {
        var request = post("/api/v1/certificates/{id}/revocations", id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        if (token != null) {
            request.with(token.asRequest());
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return mockMvc.perform(request).andReturn().getResponse();
    }
}
