package cn.yiwang.application.joint;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
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
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Topics;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JointHandlingTest extends ApplicationTest {

    private static final String FORM = "M0001720050000101";
    private static final String LICENCE = "M0001720050000102";

    /** The second department has 5 working days from Monday, 23 November: until the 30th. */
    private static final Instant LAST_DAY = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void what_departments_miss_before_acceptance_is_collected_and_not_sent() {
        var submitted = submitted(QUICK_PHARMACY);
        read(SECOND_REVIEWER, submitted.id()).expect(404);
        var consulted = consult(submitted).expect(201);
        assertThat(consulted.inner()).isEqualTo("SUBMITTED");
        assertThat(consulted.body().path("reviews")).hasSize(1);
        var task = read(SECOND_REVIEWER, submitted.id())
                .expect(200)
                .body()
                .path("reviews")
                .path(0);
        assertThat(task.path("stage").asString()).isEqualTo("CHECK");
        assertThat(task.path("dueOn").asString()).isEqualTo("2026-11-30");

        check(SECOND_REVIEWER, submitted.id(), task.path("etag").asString(), request(LICENCE))
                .expect(201);
        var seen = requests(WINDOW_CLERK, submitted.id()).body().path("items");
        assertThat(seen).hasSize(1);
        assertThat(seen.path(0).path("state").asString()).isEqualTo("OPEN");
        assertThat(seen.path(0).path("materialCode").asString()).isEqualTo(LICENCE);
        assertThat(requests(SECOND_REVIEWER, submitted.id()).body().path("items"))
                .hasSize(1);
        requests(AGENT, submitted.id()).expect(403);
        requests(FOREIGN_CLERK, submitted.id()).expect(404);

        var accepted = calls.accept(
                        WINDOW_CLERK,
                        submitted.id(),
                        read(WINDOW_CLERK, submitted.id()).etag())
                .expect(201);
        assertThat(accepted.inner()).isEqualTo("UNDER_REVIEW");
        assertThat(requests(WINDOW_CLERK, submitted.id())
                        .body()
                        .path("items")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("DISMISSED");
        var reviews = read(WINDOW_CLERK, submitted.id()).body().path("reviews");
        assertThat(reviews).hasSize(2).allSatisfy(review -> {
            assertThat(review.path("stage").asString()).isEqualTo("REVIEW");
            assertThat(review.path("state").asString()).isEqualTo("OPEN");
        });
        calls.review(REVIEWER, submitted.id(), accepted.etag(), "APPROVED").expect(201);
        assertThat(calls.review(SECOND_REVIEWER, submitted.id(), accepted.etag(), "APPROVED")
                        .expect(201)
                        .inner())
                .isEqualTo("AWAITING_DECISION");
        assertThat(Topics.awaitCount("yiwang.application", submitted.id(), 6)).hasSize(6);
    }

    @Test
    void a_department_asks_only_for_what_the_guide_names_and_answers_once() {
        var submitted = submitted(QUICK_PHARMACY);
        var id = submitted.id();
        check(SECOND_REVIEWER, id, submitted.etag(), "[]").expect(404);
        check(REVIEWER, id, submitted.etag(), "[]").expect(403);
        var consulted = consult(submitted).expect(201);
        check(SECOND_REVIEWER, id, submitted.etag(), "[]").expect(412);
        check(SECOND_REVIEWER, id, "\"99\"", "[]").expect(412);
        assertThat(check(SECOND_REVIEWER, id, consulted.etag(), request("M0009999999999999"))
                        .expect(422)
                        .problem())
                .isEqualTo("material-outside-guide");
        var twice = "[" + wish(FORM) + "," + wish(FORM) + "]";
        check(SECOND_REVIEWER, id, consulted.etag(), twice).expect(400);
        check(SECOND_REVIEWER, id, consulted.etag(), "null").expect(400);
        check(WINDOW_CLERK, id, consulted.etag(), "[]").expect(403);
        check(SECOND_REVIEWER, id, null, "[]").expect(428);
        var checked = check(SECOND_REVIEWER, id, consulted.etag(), "[]").expect(201);
        check(SECOND_REVIEWER, id, consulted.etag(), "[]").expect(412);
        assertThat(check(SECOND_REVIEWER, id, checked.etag(), "[]").expect(409).problem())
                .isEqualTo("step-not-allowed");
        assertThat(requests(WINDOW_CLERK, id).body().path("items")).isEmpty();
    }

    @Test
    void departments_are_consulted_once_and_only_before_acceptance() {
        var alone = submitted(CANCELLATION);
        assertThat(consult(alone).expect(409).problem()).isEqualTo("nobody-to-consult");
        var submitted = submitted(QUICK_PHARMACY);
        var path = Calls.ROOT + "/" + submitted.id() + "/consultations";
        calls.send(post(path), REVIEWER, submitted.etag(), null).expect(403);
        calls.send(post(path), FOREIGN_CLERK, submitted.etag(), null).expect(404);
        calls.send(post(path), WINDOW_CLERK, null, null).expect(428);
        calls.send(post(path), WINDOW_CLERK, "\"9\"", null).expect(412);
        var consulted = consult(submitted).expect(201);
        assertThat(consult(consulted).expect(409).problem()).isEqualTo("already-consulted");
        var withdrawn = calls.withdraw(AGENT, submitted.id(), consulted.etag()).expect(201);
        assertThat(consult(withdrawn).expect(409).problem()).isEqualTo("step-not-allowed");
        assertThat(read(WINDOW_CLERK, submitted.id())
                        .body()
                        .path("reviews")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("CANCELLED");
    }

    @Test
    void the_body_goes_on_without_a_department_that_was_silent_past_its_limit() {
        var accepted = accepted(QUICK_PHARMACY);
        var id = accepted.id();
        var reviewed = calls.review(REVIEWER, id, accepted.etag(), "APPROVED").expect(201);
        clock.set(LAST_DAY);
        assertThat(escalate(APPROVER, id, reviewed.etag(), Persona.SECOND_BODY)
                        .expect(409)
                        .problem())
                .isEqualTo("department-still-in-time");
        clock.set(LAST_DAY.plus(Duration.ofDays(1)));
        assertThat(escalate(APPROVER, id, reviewed.etag(), Persona.LEAD_BODY)
                        .expect(422)
                        .problem())
                .isEqualTo("department-not-awaited");
        assertThat(escalate(APPROVER, id, reviewed.etag(), Persona.FOREIGN_BODY)
                        .expect(422)
                        .problem())
                .isEqualTo("department-not-awaited");
        escalate(APPROVER, id, accepted.etag(), Persona.SECOND_BODY).expect(412);
        escalate(REVIEWER, id, reviewed.etag(), Persona.SECOND_BODY).expect(403);
        escalate(SECOND_REVIEWER, id, reviewed.etag(), Persona.SECOND_BODY).expect(403);

        var escalated =
                escalate(APPROVER, id, reviewed.etag(), Persona.SECOND_BODY).expect(201);
        assertThat(escalated.inner()).isEqualTo("AWAITING_DECISION");
        var late = calls.review(SECOND_REVIEWER, id, escalated.etag(), "REJECTED");
        assertThat(late.expect(409).problem()).isEqualTo("step-not-allowed");
        escalate(APPROVER, id, escalated.etag(), Persona.SECOND_BODY).expect(409);
        var task = read(APPROVER, id).body().path("reviews").path(1);
        assertThat(task.path("state").asString()).isEqualTo("ESCALATED");
        assertThat(task.path("escalationReason").asString()).contains("逾期");
        var events = Topics.awaitCount("yiwang.application", id, 4);
        assertThat(events.getLast().toString())
                .contains("department-escalated.v1")
                .contains("\"reviewsCompleted\":true");
        calls.grant(APPROVER, id, escalated.etag()).expect(201);
    }

    @Test
    void one_silent_department_does_not_end_the_wait_for_another() {
        var accepted = accepted(QUICK_PHARMACY);
        var id = accepted.id();
        clock.set(LAST_DAY.plus(Duration.ofDays(1)));
        var escalated =
                escalate(APPROVER, id, accepted.etag(), Persona.SECOND_BODY).expect(201);
        assertThat(escalated.inner()).isEqualTo("UNDER_REVIEW");
        assertThat(calls.review(REVIEWER, id, escalated.etag(), "APPROVED")
                        .expect(201)
                        .inner())
                .isEqualTo("AWAITING_DECISION");
    }

    @Test
    void no_department_reads_what_another_one_said() {
        var accepted = accepted(QUICK_PHARMACY);
        var id = accepted.id();
        calls.review(REVIEWER, id, accepted.etag(), "REJECTED").expect(201);
        var history =
                calls.read(SECOND_REVIEWER, Calls.ROOT + "/" + id + "/history").body();
        assertThat(history.toString()).contains("accepted").doesNotContain("department-reviewed");
        assertThat(calls.read(WINDOW_CLERK, Calls.ROOT + "/" + id + "/history")
                        .body()
                        .toString())
                .contains("department-reviewed");
    }

    private Calls.Answer consult(Calls.Answer seen) {
        return calls.send(post(Calls.ROOT + "/" + seen.id() + "/consultations"), WINDOW_CLERK, seen.etag(), null);
    }

    private Calls.Answer check(Persona who, String id, String etag, String requests) {
        var path = Calls.ROOT + "/" + id + "/material-checks";
        return calls.send(post(path), who, etag, "{\"requests\": " + requests + "}");
    }

    private Calls.Answer escalate(Persona who, String id, String etag, String department) {
        var body = "{\"department\": \"" + department + "\", \"reason\": \"逾期未答复，经催办仍无意见\"}";
        return calls.send(post(Calls.ROOT + "/" + id + "/escalations"), who, etag, body);
    }

    private Calls.Answer requests(Persona who, String id) {
        return calls.read(who, Calls.ROOT + "/" + id + "/review-requests");
    }

    private static String request(String code) {
        return "[" + wish(code) + "]";
    }

    private static String wish(String code) {
        return "{\"materialCode\": \"" + code + "\", \"wish\": \"请提供清晰的扫描件\"}";
    }
}
