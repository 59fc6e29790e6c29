package cn.yiwang.application.inspection;

import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.FOREIGN_CLERK;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

class InspectionsTest extends ApplicationTest {

    private static String colleague() {
        return Tokens.staff("colleague")
                .department(Persona.LEAD_BODY)
                .division(Persona.CHENZHOU)
                .roles(Role.REVIEWER)
                .bearer();
    }

    @Test
    void a_check_is_made_by_two_officers_before_an_opinion_is_given() {
        var accepted = accepted(QUICK_PHARMACY);
        var id = accepted.id();
        assertThat(inspect(REVIEWER, id, accepted.etag(), "reviewer")
                        .expect(422)
                        .problem())
                .isEqualTo("two-officers-needed");
        var inspected = inspect(REVIEWER, id, accepted.etag(), "colleague").expect(201);
        assertThat(calls.review(REVIEWER, id, inspected.etag(), "APPROVED")
                        .expect(409)
                        .problem())
                .isEqualTo("inspection-unconfirmed");
        var inspection = inspections(WINDOW_CLERK, id).path(0).path("id").asString();
        assertThat(confirm(Tokens.as(REVIEWER), id, inspection, inspected.etag()))
                .isEqualTo(422);
        assertThat(confirm(Tokens.as(SECOND_REVIEWER), id, inspection, inspected.etag()))
                .isEqualTo(404);
        var path = Calls.ROOT + "/" + id + "/inspections/" + inspection + "/confirmations";
        var confirmed = calls.send(post(path).header("Authorization", colleague()), null, inspected.etag(), null)
                .expect(201);
        calls.send(post(path).header("Authorization", colleague()), null, confirmed.etag(), null)
                .expect(409);
        assertThat(inspections(WINDOW_CLERK, id).path(0).has("confirmedAt")).isTrue();
        assertThat(inspections(SECOND_REVIEWER, id)).isEmpty();
        calls.review(REVIEWER, id, confirmed.etag(), "APPROVED").expect(201);
        var host = "{\"officer\": \"colleague\"}";
        assertThat(calls.send(
                                post(Calls.ROOT + "/" + id + "/hearing-hosts"),
                                APPROVER,
                                read(APPROVER, id).etag(),
                                host)
                        .expect(422)
                        .problem())
                .as("who inspected has reviewed")
                .isEqualTo("host-has-reviewed");
    }

    @Test
    void only_a_department_that_is_asked_inspects_and_only_what_is_under_review() {
        var submitted = submitted(QUICK_PHARMACY);
        var id = submitted.id();
        assertThat(inspect(REVIEWER, id, submitted.etag(), "colleague")
                        .expect(409)
                        .problem())
                .isEqualTo("step-not-allowed");
        inspect(SECOND_REVIEWER, id, submitted.etag(), "colleague").expect(404);
        var accepted = calls.accept(WINDOW_CLERK, id, submitted.etag()).expect(201);
        inspect(WINDOW_CLERK, id, accepted.etag(), "colleague").expect(403);
        inspect(AGENT, id, accepted.etag(), "colleague").expect(403);
        inspect(REVIEWER, id, submitted.etag(), "colleague").expect(412);
        inspect(REVIEWER, id, null, "colleague").expect(428);
        calls.read(FOREIGN_CLERK, Calls.ROOT + "/" + id + "/inspections").expect(404);
        calls.read(AGENT, Calls.ROOT + "/" + id + "/inspections").expect(403);
        var reviewed = calls.review(REVIEWER, id, accepted.etag(), "APPROVED").expect(201);
        inspect(REVIEWER, id, reviewed.etag(), "colleague").expect(403);
        var tomorrow = body("colleague").replace("2026-11-23", "2026-11-24");
        calls.send(post(Calls.ROOT + "/" + id + "/inspections"), SECOND_REVIEWER, reviewed.etag(), tomorrow)
                .expect(400);
        inspect(SECOND_REVIEWER, id, reviewed.etag(), "their-colleague").expect(201);
    }

    private Calls.Answer inspect(Persona who, String id, String etag, String second) {
        return calls.send(post(Calls.ROOT + "/" + id + "/inspections"), who, etag, body(second));
    }

    private static String body(String second) {
        return "{\"kind\": \"ON_SITE\", \"heldOn\": \"2026-11-23\", \"place\": \"营业场所\", \"findings\": \"符合要求\","
                + " \"passed\": true, \"secondOfficer\": \"" + second + "\"}";
    }

    private int confirm(RequestPostProcessor who, String id, String inspection, String etag) {
        var path = Calls.ROOT + "/" + id + "/inspections/" + inspection + "/confirmations";
        return calls.send(post(path).with(who), null, etag, null).status();
    }

    private JsonNode inspections(Persona who, String id) {
        return calls.read(who, Calls.ROOT + "/" + id + "/inspections")
                .expect(200)
                .body()
                .path("items");
    }
}
