package cn.yiwang.application.officer;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.application.TestCatalog.FOUR_EYES;
import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.application.TestCatalog.TWO_EYES;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.TestCatalog;
import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Tokens;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficersTest extends ApplicationTest {

    private static final String APPROVED = "{\"outcome\": \"APPROVED\"}";
    private static final String GRANTED = "{\"outcome\": \"GRANTED\"}";

    private String colleague;
    private String otherClerk;

    @BeforeEach
    void offer() {
        TestCatalog.offersFourEyes();
        colleague = lead("colleague", Role.REVIEWER);
        otherClerk = lead("other-clerk", Role.WINDOW_CLERK);
    }

    @Test
    void what_somebody_has_claimed_is_done_by_them_or_their_deputy() {
        var submitted = submitted(CANCELLATION);
        var id = submitted.id();
        assertThat(assign(WINDOW_CLERK, "CLAIM", null, null, id)).isEqualTo("DONE");
        assertThat(assignAs(otherClerk, "CLAIM", null, null, id)).isEqualTo("CLAIMED_BY_ANOTHER");
        assertThat(assignAs(otherClerk, "RELEASE", null, null, id)).isEqualTo("CLAIMED_BY_ANOTHER");
        assertThat(step("acceptances", otherClerk, id, submitted.etag(), null)
                        .expect(409)
                        .problem())
                .isEqualTo("claimed-by-another");

        delegate(WINDOW_CLERK, null, "other-clerk", "2026-11-24", "2026-11-25").expect(201);
        step("acceptances", otherClerk, id, submitted.etag(), null).expect(409);
        clock.set(MONDAY.plus(Duration.ofDays(1)));
        step("acceptances", lead("other-clerk", Role.WINDOW_CLERK), id, submitted.etag(), null)
                .expect(201);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE object_id = ? AND action = 'act-in-the-name-of'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_reviewers_claim_binds_the_department_and_an_approver_moves_it() {
        var accepted = accepted(CANCELLATION);
        var id = accepted.id();
        assertThat(assign(REVIEWER, "CLAIM", null, null, id)).isEqualTo("DONE");
        assertThat(step("reviews", colleague, id, accepted.etag(), APPROVED)
                        .expect(409)
                        .problem())
                .isEqualTo("claimed-by-another");
        var send = "{\"action\": \"REASSIGN\", \"role\": \"reviewer\", \"to\": \"colleague\", \"applications\": [\""
                + id + "\"]}";
        calls.send(post("/api/v1/worklist/assignments"), REVIEWER, null, send).expect(403);
        assertThat(assign(APPROVER, "REASSIGN", "reviewer", "colleague", id)).isEqualTo("DONE");
        calls.review(REVIEWER, id, accepted.etag(), "APPROVED").expect(409);
        step("reviews", colleague, id, accepted.etag(), APPROVED).expect(201);
    }

    @Test
    void released_work_is_everybodys_again_and_a_bundle_answers_for_each() {
        var one = submitted(CANCELLATION);
        var other = submitted(CANCELLATION);
        assignAs(otherClerk, "CLAIM", null, null, other.id());
        var body = "{\"action\": \"CLAIM\", \"applications\": [\"" + one.id() + "\", \"" + other.id()
                + "\", \"019a0f3c-6b00-7d11-8a22-93b4c5d6e7f8\"]}";
        var results = calls.send(post("/api/v1/worklist/assignments"), WINDOW_CLERK, null, body)
                .expect(201)
                .body()
                .path("items");
        calls.send(post("/api/v1/worklist/assignments"), AGENT, null, body).expect(403);
        assertThat(results).hasSize(3);
        assertThat(results.toString()).contains("DONE", "CLAIMED_BY_ANOTHER", "NOT_FOUND");
        assertThat(assign(WINDOW_CLERK, "RELEASE", null, null, one.id())).isEqualTo("DONE");
        step("acceptances", otherClerk, one.id(), one.etag(), null).expect(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\": \"CLAIM\", \"applications\": []}",
                "{\"action\": \"CLAIM\"}",
                "{\"action\": \"STEAL\", \"applications\": [\"019a0f3c-6b00-7d11-8a22-93b4c5d6e7f8\"]}",
                "{\"action\": \"CLAIM\", \"to\": \"x\", \"applications\": [\"019a0f3c-6b00-7d11-8a22-93b4c5d6e7f8\"]}",
                "{\"action\": \"CLAIM\", \"role\": \"emperor\", \"applications\": [\"019a0f3c-6b00-7d11-8a22-93b4c5d6e7f8\"]}",
            })
    void an_assignment_says_what_and_which(String body) {
        calls.send(post("/api/v1/worklist/assignments"), WINDOW_CLERK, null, body)
                .expect(400);
    }

    @Test
    void who_reviewed_does_not_decide_where_the_guide_says_so() {
        var both = lead("both", Role.REVIEWER, Role.APPROVER);
        var accepted = accepted(FOUR_EYES);
        var reviewed =
                step("reviews", both, accepted.id(), accepted.etag(), APPROVED).expect(201);
        assertThat(step("decisions", both, accepted.id(), reviewed.etag(), GRANTED)
                        .expect(403)
                        .problem())
                .isEqualTo("reviewed-by-decider");
        var refusal = "{\"outcome\": \"REFUSED\", \"reason\": \"不符合条件\"}";
        step("decisions", both, accepted.id(), reviewed.etag(), refusal).expect(403);
        calls.grant(APPROVER, accepted.id(), reviewed.etag()).expect(201);

        var alone = accepted(TWO_EYES);
        var said = step("reviews", both, alone.id(), alone.etag(), APPROVED).expect(201);
        step("decisions", both, alone.id(), said.etag(), GRANTED).expect(201);
    }

    @Test
    void a_recused_officer_has_no_part_in_it() {
        var submitted = submitted(QUICK_PHARMACY);
        var id = submitted.id();
        assertThat(assign(WINDOW_CLERK, "CLAIM", null, null, id)).isEqualTo("DONE");
        recuse(WINDOW_CLERK, id, submitted.etag(), "colleague").expect(403);
        recuse(AGENT, id, submitted.etag(), null).expect(403);
        var recused = recuse(WINDOW_CLERK, id, submitted.etag(), null).expect(201);
        assertThat(recuse(WINDOW_CLERK, id, recused.etag(), null).expect(409).problem())
                .isEqualTo("kept-out-already");
        assertThat(calls.accept(WINDOW_CLERK, id, recused.etag()).expect(403).problem())
                .isEqualTo("officer-recused");
        assertThat(assign(WINDOW_CLERK, "CLAIM", null, null, id)).isEqualTo("RECUSED");
        var accepted = step("acceptances", otherClerk, id, recused.etag(), null).expect(201);
        var second = recuse(SECOND_REVIEWER, id, accepted.etag(), null).expect(201);
        assertThat(calls.review(SECOND_REVIEWER, id, second.etag(), "APPROVED")
                        .expect(403)
                        .problem())
                .isEqualTo("officer-recused");
        var third = recuse(APPROVER, id, second.etag(), "reviewer").expect(201);
        calls.review(REVIEWER, id, third.etag(), "APPROVED").expect(403);
        recuse(APPROVER, id, second.etag(), "somebody").expect(412);
        step("reviews", colleague, id, third.etag(), APPROVED).expect(201);
    }

    @Test
    void who_reviewed_does_not_host_the_hearing_and_the_host_does_not_review() {
        var accepted = accepted(QUICK_PHARMACY);
        var id = accepted.id();
        var hosted = host(APPROVER, id, accepted.etag(), "colleague").expect(201);
        assertThat(step("reviews", colleague, id, hosted.etag(), APPROVED)
                        .expect(403)
                        .problem())
                .isEqualTo("host-does-not-review");
        var reviewed = calls.review(REVIEWER, id, hosted.etag(), "APPROVED").expect(201);
        assertThat(host(APPROVER, id, reviewed.etag(), "reviewer").expect(422).problem())
                .isEqualTo("host-has-reviewed");
        host(REVIEWER, id, reviewed.etag(), "x").expect(403);
        host(APPROVER, id, accepted.etag(), "x").expect(412);
        var withdrawn = calls.withdraw(AGENT, id, reviewed.etag()).expect(201);
        assertThat(host(APPROVER, id, withdrawn.etag(), "x").expect(409).problem())
                .isEqualTo("step-not-allowed");
    }

    @Test
    void a_delegation_is_made_by_whom_it_concerns_or_an_approver() {
        delegate(WINDOW_CLERK, "reviewer", "colleague", "2026-11-23", "2026-11-24")
                .expect(403);
        assertThat(delegate(WINDOW_CLERK, null, "window-clerk", "2026-11-23", "2026-11-24")
                        .expect(422)
                        .problem())
                .isEqualTo("delegation-not-possible");
        delegate(WINDOW_CLERK, null, "x", "2026-11-25", "2026-11-24").expect(422);
        delegate(WINDOW_CLERK, null, "x", "2026-11-20", "2026-11-22").expect(422);
        delegate(WINDOW_CLERK, null, "x", "2026-11-23", "2028-01-01").expect(422);
        delegate(AGENT, null, "x", "2026-11-23", "2026-11-24").expect(403);
        var made = delegate(APPROVER, "sick-clerk", "window-clerk", "2026-11-23", "2026-11-24")
                .expect(201);
        assertThat(calls.read(WINDOW_CLERK, "/api/v1/delegations").body().toString())
                .contains(made.id());
        var path = "/api/v1/delegations/" + made.id() + "/revocations";
        calls.send(post(path), WINDOW_CLERK, null, null).expect(403);
        calls.send(post(path), SECOND_REVIEWER, null, null).expect(404);
        calls.send(post(path), APPROVER, null, null).expect(201);
        var listed = calls.perform(
                get("/api/v1/delegations").header("Authorization", lead("sick-clerk", Role.WINDOW_CLERK)),
                null,
                null,
                null);
        assertThat(listed.body().toString()).contains("\"revoked\":true");
    }

    private Calls.Answer host(Persona who, String id, String etag, String officer) {
        var path = Calls.ROOT + "/" + id + "/hearing-hosts";
        return calls.send(post(path), who, etag, "{\"officer\": \"" + officer + "\"}");
    }

    private Calls.Answer recuse(Persona who, String id, String etag, String officer) {
        var named = officer == null ? "" : "\"officer\": \"" + officer + "\", ";
        var path = Calls.ROOT + "/" + id + "/recusals";
        return calls.send(post(path), who, etag, "{" + named + "\"reason\": \"与申请人有利害关系\"}");
    }

    private Calls.Answer delegate(Persona who, String principal, String deputy, String from, String to) {
        var named = principal == null ? "" : "\"principal\": \"" + principal + "\", ";
        var body = "{" + named + "\"deputy\": \"" + deputy + "\", \"from\": \"" + from + "\", \"to\": \"" + to
                + "\", \"reason\": \"休假\"}";
        return calls.send(post("/api/v1/delegations"), who, null, body);
    }

    private String assign(Persona who, String action, String role, String to, String id) {
        return result(calls.send(post("/api/v1/worklist/assignments"), who, null, assignment(action, role, to, id)));
    }

    private String assignAs(String bearer, String action, String role, String to, String id) {
        var request = post("/api/v1/worklist/assignments").header("Authorization", bearer);
        return result(calls.send(request, null, null, assignment(action, role, to, id)));
    }

    private static String result(Calls.Answer answer) {
        return answer.expect(201).body().path("items").path(0).path("result").asString();
    }

    private static String assignment(String action, String role, String to, String id) {
        return "{\"action\": \"" + action + "\"" + (role == null ? "" : ", \"role\": \"" + role + "\"")
                + (to == null ? "" : ", \"to\": \"" + to + "\"") + ", \"applications\": [\"" + id + "\"]}";
    }

    private Calls.Answer step(String step, String bearer, String id, String etag, String body) {
        var request = post(Calls.ROOT + "/" + id + "/" + step).header("Authorization", bearer);
        return calls.send(request, null, etag, body);
    }

    private static String lead(String subject, Role... roles) {
        return Tokens.staff(subject)
                .department(Persona.LEAD_BODY)
                .division(Persona.CHENZHOU)
                .roles(roles)
                .bearer();
    }
}
