package cn.yiwang.application.reuse;

import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.CITIZEN;
import static cn.yiwang.testsupport.Persona.OTHER_AGENT;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.TestCatalog;
import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.application.material.SampleFiles;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ProblemTexts;
import cn.yiwang.testsupport.ServiceTest;
import cn.yiwang.testsupport.Upstreams;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** The pharmacist's registration is required, and its e-certificate stands for it. */
@ServiceTest(upstreams = {TestCatalog.NAME, CertificateUsesTest.CERTIFICATES})
class CertificateUsesTest extends ApplicationTest {

    static final String CERTIFICATES = "certificate-service";

    private static final String ITEM = "11431000MB1938148M300017200500031";
    private static final String COVERED = "M0001720050000108";
    private static final String NOT_COVERED = "M0001720050000101";

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void only_the_covered_material_is_required() {
        TestCatalog.offers(
                ITEM, item -> item.withObject("/guide").withArray("materials").forEach(material -> {
                    var covered = material.path("code").asString().equals(COVERED);
                    ((ObjectNode) material).put("necessity", covered ? "REQUIRED" : "OPTIONAL");
                }));
        breakers.circuitBreaker(CERTIFICATES).reset();
    }

    @AfterEach
    void closeTheBreaker() {
        breakers.circuitBreaker(CERTIFICATES).reset();
    }

    @Test
    void a_certificate_stands_for_the_material_and_counts_as_given() {
        answer(okJson(Contracts.text("certificate/examples/certificate-uses.json")));
        var draft = draft();
        assertThat(calls.submit(AGENT, draft.id(), draft.etag()).expect(422).problem())
                .isEqualTo("materials-missing");

        var used = use(AGENT, draft.id(), COVERED, "{\"consent\": true}").expect(201);

        assertThat(used.body().path("trustGrade").path("code").asString()).isEqualTo("A");
        assertThat(used.body().path("certificateNumber").asString()).isEqualTo("湘CB0073501202600001");
        var line = given(AGENT, draft.id());
        assertThat(line.path("given").asString()).isEqualTo("CERTIFICATE");
        calls.submit(AGENT, draft.id(), used.etag()).expect(201);
        Upstreams.of(CERTIFICATES)
                .verify(postRequestedFor(urlPathEqualTo("/internal/certificate-uses"))
                        .withHeader("Authorization", containing("Bearer "))
                        .withRequestBody(matchingJsonPath("$.holderKind", WireMock.equalTo("ORGANIZATION")))
                        .withRequestBody(matchingJsonPath("$.holderCode", WireMock.equalTo(Persona.COMPANY)))
                        .withRequestBody(matchingJsonPath("$.standardMaterialCode", WireMock.equalTo("L2000031")))
                        .withRequestBody(matchingJsonPath("$.applicationId", WireMock.equalTo(draft.id())))
                        .withRequestBody(matchingJsonPath("$.itemCode", WireMock.equalTo(ITEM)))
                        .withRequestBody(matchingJsonPath(
                                "$.consentReference",
                                WireMock.equalTo(
                                        used.body().path("consentReference").asString()))));
    }

    @Test
    void what_the_certificate_said_stays_whatever_becomes_of_it_and_officials_who_look_are_on_record() {
        answer(okJson(Contracts.text("certificate/examples/certificate-uses.json")));
        var draft = draft();
        var used = use(AGENT, draft.id(), COVERED, "{\"consent\": true}").expect(201);
        calls.submit(AGENT, draft.id(), used.etag()).expect(201);
        answer(okJson("{\"items\": []}"));
        var seen = given(WINDOW_CLERK, draft.id()).path("certificate");
        assertThat(seen.path("identifier").asString()).isNotEmpty();
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM audit_entry WHERE action = 'read-certificate-uses' AND object_id = :id")
                        .param("id", draft.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT CONVERT(snapshot_sealed USING latin1) FROM certificate_use")
                        .query(String.class)
                        .list())
                .noneMatch(text -> text.contains("CB0073501202600001"));
    }

    static ResponseDefinitionBuilder[] failures() {
        return new ResponseDefinitionBuilder[] {
            aResponse().withStatus(503),
            aResponse().withStatus(500).withBody("boom"),
            aResponse().withStatus(403),
            aResponse().withStatus(400),
            aResponse().withFault(Fault.EMPTY_RESPONSE),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
            okJson("not json"),
            okJson("[]"),
            okJson("{}"),
            okJson("null"),
            okJson("{\"items\": [null]}"),
            okJson("{\"items\": [{}]}"),
            okJson("{\"items\": [{\"trustGrade\": \"Z\"}]}"),
            okJson(Contracts.text("certificate/examples/certificate-uses.json")).withFixedDelay(4_000),
        };
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_certificate_service_that_is_down_slow_or_mad_does_not_hold_the_application_up(
            ResponseDefinitionBuilder failure) {
        answer(failure);
        var draft = draft();
        var refused = use(AGENT, draft.id(), COVERED, "{\"consent\": true}").expect(503);
        assertThat(refused.problem()).isEqualTo("certificates-unavailable");
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("alternative.upload");
        var uploaded = calls.upload(AGENT, draft.id(), COVERED, "a.pdf", "application/pdf", SampleFiles.pdf())
                .expect(201);
        calls.submit(AGENT, draft.id(), uploaded.etag()).expect(201);
    }

    @Test
    void after_many_failures_it_is_not_asked_for_a_while_and_the_answer_comes_at_once() {
        answer(aResponse().withStatus(503));
        breakers.circuitBreaker(CERTIFICATES).transitionToOpenState();
        var draft = draft();
        use(AGENT, draft.id(), COVERED, "{\"consent\": true}").expect(503);
        Upstreams.of(CERTIFICATES).verify(0, postRequestedFor(urlPathEqualTo("/internal/certificate-uses")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "D"})
    void a_grade_that_does_not_stand_alone_is_not_taken(String grade) {
        answer(okJson(Contracts.text("certificate/examples/certificate-uses.json")
                .replace("\"trustGrade\": \"A\"", "\"trustGrade\": \"" + grade + "\"")));
        var refused = use(AGENT, draft().id(), COVERED, "{\"consent\": true}").expect(422);
        assertThat(refused.problem()).isEqualTo("no-certificate-to-use");
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("alternative.upload");
    }

    @Test
    void a_window_verified_certificate_is_taken() {
        answer(okJson(Contracts.text("certificate/examples/certificate-uses.json")
                .replace("\"trustGrade\": \"A\"", "\"trustGrade\": \"B\"")));
        use(AGENT, draft().id(), COVERED, "{\"consent\": true}").expect(201);
    }

    @Test
    void none_and_expired_ones_cannot_be_used() {
        answer(okJson("{\"items\": []}"));
        assertThat(use(AGENT, draft().id(), COVERED, "{\"consent\": true}")
                        .expect(422)
                        .problem())
                .isEqualTo("no-certificate-to-use");
        answer(okJson(
                Contracts.text("certificate/examples/certificate-uses.json").replace("2031-01-04", "2026-11-22")));
        use(AGENT, draft().id(), COVERED, "{\"consent\": true}").expect(422);
    }

    @Test
    void a_certificate_that_expires_before_the_submission_counts_no_more() {
        answer(okJson(
                Contracts.text("certificate/examples/certificate-uses.json").replace("2031-01-04", "2026-11-23")));
        var draft = draft();
        var used = use(AGENT, draft.id(), COVERED, "{\"consent\": true}").expect(201);
        clock.advance(Duration.ofDays(1));
        assertThat(calls.submit(AGENT, draft.id(), used.etag()).expect(422).problem())
                .isEqualTo("materials-missing");
    }

    @Test
    void without_consent_or_outside_the_guide_nothing_is_asked() {
        answer(okJson(Contracts.text("certificate/examples/certificate-uses.json")));
        var draft = draft();
        assertThat(use(AGENT, draft.id(), COVERED, "{\"consent\": false}")
                        .expect(422)
                        .problem())
                .isEqualTo("consent-required");
        use(AGENT, draft.id(), COVERED, "{}").expect(400);
        assertThat(use(AGENT, draft.id(), NOT_COVERED, "{\"consent\": true}")
                        .expect(422)
                        .problem())
                .isEqualTo("no-certificate-foreseen");
        assertThat(use(AGENT, draft.id(), "M0001720050000199", "{\"consent\": true}")
                        .expect(422)
                        .problem())
                .isEqualTo("material-outside-guide");
        use(AGENT, draft.id(), "x", "{\"consent\": true}").expect(400);
        use(OTHER_AGENT, draft.id(), COVERED, "{\"consent\": true}").expect(404);
        use(WINDOW_CLERK, draft.id(), COVERED, "{\"consent\": true}").expect(403);
        use(null, draft.id(), COVERED, "{\"consent\": true}").expect(401);
        calls.read(CITIZEN, Calls.ROOT + "/" + draft.id() + "/materials").expect(404);
        calls.perform(post(path(draft.id(), COVERED)), AGENT, null, "{\"consent\": true}")
                .expect(400);
        Upstreams.of(CERTIFICATES).verify(0, postRequestedFor(urlPathEqualTo("/internal/certificate-uses")));
    }

    @Test
    void nothing_is_added_to_what_was_handed_in() {
        answer(okJson(Contracts.text("certificate/examples/certificate-uses.json")));
        var draft = draft();
        var used = use(AGENT, draft.id(), COVERED, "{\"consent\": true}").expect(201);
        calls.submit(AGENT, draft.id(), used.etag()).expect(201);
        assertThat(use(AGENT, draft.id(), COVERED, "{\"consent\": true}")
                        .expect(409)
                        .problem())
                .isEqualTo("step-not-allowed");
    }

    @Test
    void every_problem_of_reuse_can_be_read_by_people() {
        ProblemTexts.check(ReuseProblem.class);
    }

    private Calls.Answer draft() {
        return calls.create(AGENT, ITEM, false).expect(201);
    }

    private Calls.Answer use(Persona who, String id, String code, String body) {
        return calls.send(post(path(id, code)), who, null, body);
    }

    private static String path(String id, String code) {
        return Calls.ROOT + "/" + id + "/materials/" + code + "/certificate-uses";
    }

    private tools.jackson.databind.JsonNode given(Persona who, String id) {
        for (var line : calls.read(who, Calls.ROOT + "/" + id + "/materials")
                .expect(200)
                .body()
                .path("items")) {
            if (line.path("code").asString().equals(COVERED)) {
                return line;
            }
        }
        throw new AssertionError("the material is not in the list");
    }

    private static void answer(ResponseDefinitionBuilder response) {
        Upstreams.of(CERTIFICATES)
                .stubFor(WireMock.post(urlPathEqualTo("/internal/certificate-uses"))
                        .willReturn(response));
    }
}
