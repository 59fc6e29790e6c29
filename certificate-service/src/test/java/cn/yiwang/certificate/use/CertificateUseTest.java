package cn.yiwang.certificate.use;

import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.CERTIFICATE_OFFICER;
import static cn.yiwang.testsupport.Persona.COMPANY;
import static cn.yiwang.testsupport.Persona.OTHER_COMPANY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.certificate.Issued;
import cn.yiwang.certificate.Wish;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class CertificateUseTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DRUG_LICENCE = "11430000MB1599860M001";
    private static final Tokens SERVICE = Tokens.system("application-service", "internal");

    @Autowired
    MockMvc mockMvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Autowired
    MovableClock clock;

    UUID id;

    @BeforeEach
    void a_company_holds_a_certificate() {
        Wish wish = Wish.ofCompany(environment);
        wish.publish();
        id = Issued.await(jdbc, wish);
    }

    @Test
    void a_certificate_in_force_is_answered_with_everything_written_on_it_and_its_use_is_on_record() throws Exception {
        UUID consent = UUID.randomUUID();
        JsonNode items = items(wish(COMPANY, DRUG_LICENCE, null).put("consentReference", consent.toString()));
        assertThat(items.path(0).path("id").stringValue()).isEqualTo(id.toString());
        JsonNode example = JSON.readTree(Contracts.text("certificate/examples/certificate-uses.json"));
        assertThat(items.path(0).propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        example.path("items").path(0).propertyNames());
        assertThat(items.path(0).path("trustGrade").stringValue()).isEqualTo("A");
        assertThat(jdbc.sql("SELECT details FROM audit_entry WHERE action = 'use-certificate' AND object_id = ?")
                        .param(id.toString())
                        .query(String.class)
                        .list())
                .anyMatch(details -> details.contains(consent.toString()));
    }

    @Test
    void the_standard_material_code_leads_to_the_types_that_stand_for_it() throws Exception {
        assertThat(items(wish(COMPANY, null, "L1000099"))).isEmpty();
        jdbc.sql("UPDATE certificate_type SET standard_material_code = 'L1000099' WHERE code = ?")
                .param(DRUG_LICENCE)
                .update();
        assertThat(items(wish(COMPANY, null, "L1000099"))).isNotEmpty();
        jdbc.sql("UPDATE certificate_type SET standard_material_code = NULL").update();
    }

    @Test
    void another_holder_another_type_an_expired_and_a_revoked_one_are_not_answered() throws Exception {
        assertThat(items(wish(OTHER_COMPANY, DRUG_LICENCE, null))).isEmpty();
        assertThat(items(wish(COMPANY, "11430000MB1599860M002", null))).isEmpty();
        mockMvc.perform(post("/api/v1/certificates/{id}/revocations", id)
                .with(CERTIFICATE_OFFICER.token().asRequest())
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\": \"依法撤销\"}"));
        assertThat(items(wish(COMPANY, DRUG_LICENCE, null)).toString()).doesNotContain(id.toString());
        a_company_holds_a_certificate();
        assertThat(items(wish(COMPANY, DRUG_LICENCE, null)).toString()).contains(id.toString());
        clock.advance(Duration.ofDays(366 * 5));
        assertThat(items(wish(COMPANY, DRUG_LICENCE, null)).toString()).doesNotContain(id.toString());
    }

    @Test
    void only_services_of_the_platform_ask() throws Exception {
        String body = wish(COMPANY, DRUG_LICENCE, null).toString();
        assertThat(ask(AGENT.token(), body).getStatus()).isEqualTo(403);
        assertThat(ask(CERTIFICATE_OFFICER.token(), body).getStatus()).isEqualTo(403);
        assertThat(ask(Tokens.system("partner-tax", "exchange.subscribe"), body).getStatus())
                .isEqualTo(403);
        assertThat(ask(null, body).getStatus()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "consentReference,",
        "applicationId,",
        "itemCode,",
        "itemCode,x",
        "holderCode,91431000",
        "holderKind,SHIP",
        "certificateType,",
        "standardMaterialCode,L1",
        "more,x"
    })
    void a_wish_without_consent_purpose_or_kind_is_refused(String field, String value) throws Exception {
        ObjectNode wish = wish(COMPANY, DRUG_LICENCE, null);
        if (value == null) {
            wish.remove(field);
        } else {
            wish.put(field, value);
        }
        assertThat(ask(SERVICE, wish.toString()).getStatus()).isEqualTo(400);
    }

    private static ObjectNode wish(String holder, String type, String material) {
        ObjectNode wish = JSON.createObjectNode()
                .put("holderKind", "ORGANIZATION")
                .put("holderCode", holder)
                .put("consentReference", UUID.randomUUID().toString())
                .put("applicationId", UUID.randomUUID().toString())
                .put("itemCode", "11431000MB1938148M300017200500001");
        if (type != null) {
            wish.put("certificateType", type);
        }
        if (material != null) {
            wish.put("standardMaterialCode", material);
        }
        return wish;
    }

    private JsonNode items(ObjectNode wish) throws Exception {
        MockHttpServletResponse answer = ask(SERVICE, wish.toString());
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8)).path("items");
    }

    private MockHttpServletResponse ask(Tokens token, String body) throws Exception {
        var request = post("/internal/certificate-uses")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        if (token != null) {
            request.with(token.asRequest());
        }
        return mockMvc.perform(request).andReturn().getResponse();
    }
}
