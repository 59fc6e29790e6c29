package cn.yiwang.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Those who may not, those who are late, and those who say the same twice or something else under the same key. */
@Order(25)
class RightsIT {

    private static final String ROOT = "/api/v1/applications";

    private static final String GRANT = """
            {"outcome": "GRANTED", "reason": "符合法定条件"}""";

    @Test
    void another_persons_application_is_not_there() {
        var filing = Filing.submitted(Persona.AGENT, Filing.CANCELLATION);
        for (var stranger :
                List.of(Persona.OTHER_AGENT, Persona.CITIZEN, Persona.FOREIGN_CLERK, Persona.HOTLINE_AGENT)) {
            filing.read(stranger).expectProblem(404, "not-found");
            filing.history(stranger).expectProblem(404, "not-found");
        }
        filing.call(Persona.OTHER_AGENT, "withdrawals", "{}").send().expectProblem(404, "not-found");
        Call.put(ROOT + "/" + filing.id())
                .as(Tokens.bearer(Persona.OTHER_AGENT))
                .ifMatch(filing.etag())
                .json("{\"summary\": \"x\"}")
                .send()
                .expectProblem(404, "not-found");
        isUnchanged(filing);
    }

    @Test
    void officials_of_another_department_or_division_or_with_another_task_are_refused() {
        var filing = Filing.submitted(Persona.AGENT, Filing.CANCELLATION);
        filing.call(Persona.FOREIGN_CLERK, "acceptances", "").send().expectProblem(404, "not-found");
        filing.call(Persona.REVIEWER, "acceptances", "").send().expectProblem(403, "forbidden");
        filing.call(Persona.AGENT, "acceptances", "").send().expectProblem(403, "forbidden");
        var clerkOfSameBodyElsewhere =
                Persona.WINDOW_CLERK.token().division(Persona.CHANGDE).bearer();
        filing.call(Persona.WINDOW_CLERK, "acceptances", "")
                .as(clerkOfSameBodyElsewhere)
                .send()
                .expectProblem(404, "not-found");
        isUnchanged(filing);

        var accepted = filing.accept();
        // The second body reviews pharmacies, not cancellations.
        accepted.call(Persona.SECOND_REVIEWER, "reviews", """
                {"outcome": "APPROVED"}""").send().expectProblem(404, "not-found");
        accepted.call(Persona.APPROVER, "decisions", GRANT).send().expectProblem(409, "step-not-allowed");
        var reviewed = accepted.review(Persona.REVIEWER);
        var approverElsewhere = Tokens.staff("elsewhere")
                .department(Persona.FOREIGN_BODY)
                .division(Persona.CHANGDE)
                .roles(Role.APPROVER)
                .bearer();
        reviewed.call(Persona.APPROVER, "decisions", GRANT)
                .as(approverElsewhere)
                .send()
                .expectProblem(404, "not-found");
        isUnchanged(reviewed);
    }

    @Test
    void a_replayed_key_gets_the_first_answer_and_a_reused_one_is_refused() {
        var key = UUID.randomUUID().toString();
        var call = Call.post(ROOT).as(Tokens.bearer(Persona.AGENT)).key(key);
        var body = """
                {"itemCode": "%s", "summary": "重放（示例）", "submit": true}""".formatted(Filing.CANCELLATION);
        var first = call.json(body).send().expect(201);
        var second = call.json(body).send().expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        call.json(body.replace("重放", "改动")).send().expectProblem(422, "idempotency-key-reused");
        // The key belongs to its caller: the same text from another one is another key.
        var stranger =
                call.as(Tokens.bearer(Persona.OTHER_AGENT)).json(body).send().expect(201);
        assertThat(stranger.text("id")).isNotEqualTo(first.text("id"));
        Broker.awaitEvents("yiwang.application", List.of(first.text("id")), 1);
        assertThat(Broker.eventsBySubject("yiwang.application").get(first.text("id")))
                .hasSize(1);
    }

    @Test
    void a_replayed_step_happens_once() {
        var filing = Filing.submitted(Persona.AGENT, Filing.CANCELLATION);
        var call = filing.call(Persona.WINDOW_CLERK, "acceptances", "");
        var first = call.send().expect(201);
        var second = call.send().expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(filing.history(Persona.AGENT).json().path("items").size()).isEqualTo(2);
    }

    @Test
    void whoever_read_an_older_version_is_refused() {
        var filing = Filing.submitted(Persona.AGENT, Filing.CANCELLATION);
        var reviewed = filing.throughOneReview();
        filing.call(Persona.APPROVER, "decisions", GRANT).send().expectProblem(412, "stale-version");
        filing.call(Persona.AGENT, "withdrawals", "{}").send().expectProblem(412, "stale-version");
        reviewed.call(Persona.APPROVER, "decisions", GRANT)
                .without("If-Match")
                .send()
                .expectProblem(428, "precondition-required");
        isUnchanged(reviewed);
    }

    @Test
    void a_file_that_lies_about_its_type_is_refused() {
        var material = Call.get("/api/v1/items/" + Filing.PHARMACY)
                .send()
                .expect(200)
                .json()
                .path("guide")
                .path("materials")
                .get(0)
                .path("code")
                .asString();
        var filing = Filing.draft(Persona.AGENT, Filing.PHARMACY);
        var files = Map.of(
                "a program", new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                "a page", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
                "a picture",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
                        });
        files.forEach((what, bytes) -> upload(filing, material, "申请书.pdf", "application/pdf", bytes)
                .expectProblem(422, "material-not-what-it-says"));
        upload(filing, material, "申请书.exe", "application/pdf", Filing.PDF)
                .expectProblem(422, "material-not-what-it-says");
        upload(filing, "M9999999999999999", "申请书.pdf", "application/pdf", Filing.PDF)
                .expectProblem(422, "material-outside-guide");
        upload(filing, "M0", "申请书.pdf", "application/pdf", Filing.PDF).expectProblem(400);
        upload(filing, material, "申请书.pdf", "application/pdf", new byte[0]).expectProblem();
        assertThat(filing.read(Persona.AGENT).json().path("materials").size()).isZero();
        isUnchanged(filing);
    }

    @Test
    void a_name_that_climbs_out_of_its_folder_is_made_harmless() {
        var material = Call.get("/api/v1/items/" + Filing.PHARMACY)
                .send()
                .expect(200)
                .json()
                .path("guide")
                .path("materials")
                .get(0)
                .path("code")
                .asString();
        var filing = Filing.draft(Persona.AGENT, Filing.PHARMACY);
        var answer = upload(filing, material, "../../etc/申请书.pdf", "application/pdf", Filing.PDF);
        if (answer.isSuccess()) {
            assertThat(answer.text("fileName")).doesNotContain("/", "\\", "..");
        } else {
            answer.expectProblem();
        }
    }

    @Test
    void an_item_that_is_not_there_or_not_for_the_applicant_cannot_be_applied_for() {
        var call = Call.post(ROOT).as(Tokens.bearer(Persona.AGENT));
        call.json("{\"itemCode\": \"11431000MB1938148M300017200599999\"}")
                .send()
                .expectProblem(422, "item-not-available");
        Call.post(ROOT)
                .as(Tokens.bearer(Persona.CITIZEN))
                .json("{\"itemCode\": \"%s\"}".formatted(Filing.PHARMACY))
                .send()
                .expectProblem(422, "audience-not-served");
        Call.post(ROOT)
                .as(Persona.AGENT.token().assurance(1).bearer())
                .json("{\"itemCode\": \"%s\"}".formatted(Filing.PHARMACY))
                .send()
                .expectProblem(403, "assurance-too-low");
    }

    @Test
    void what_is_inside_stays_inside() {
        for (var path : List.of(
                "/actuator/info", "/actuator/prometheus", "/actuator/env", "/eureka/apps", "/error", "/nothing")) {
            var answer = Call.get(path).as(Tokens.bearer(Persona.SYSTEM_ADMIN)).send();
            assertThat(answer.status()).as("%s", answer).isIn(401, 403, 404);
        }
    }

    private static Answer upload(Filing filing, String materialCode, String name, String type, byte[] file) {
        return Call.post(ROOT + "/" + filing.id() + "/materials")
                .as(Tokens.bearer(Persona.AGENT))
                .form(Map.of("materialCode", materialCode), name, type, file)
                .send();
    }

    private static void isUnchanged(Filing filing) {
        var read = filing.read(Persona.AGENT).expect(200);
        assertThat(read.etag()).as("%s", read).isEqualTo(filing.etag());
        assertThat(read.json().path("status").path("code").asString()).isEqualTo(filing.status());
    }
}
