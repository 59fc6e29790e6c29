package cn.yiwang.application.joint;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.application.TestCatalog.FORWARDED;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.FOREIGN_CLERK;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.TestCatalog;
import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Tokens;
import cn.yiwang.testsupport.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class FirstReviewTest extends ApplicationTest {

    private String lowerReviewer;
    private String lowerApprover;

    @BeforeEach
    void offer() {
        TestCatalog.offersFirstReview();
        lowerReviewer = lower("lower-reviewer", Role.REVIEWER);
        lowerApprover = lower("lower-approver", Role.APPROVER);
    }

    @Test
    void a_lower_body_reviews_first_and_the_upper_one_decides_without_asking_again() {
        var submitted = submitted(FORWARDED);
        var id = submitted.id();
        read(WINDOW_CLERK, id).expect(404);
        var accepted = calls.accept(FOREIGN_CLERK, id, submitted.etag()).expect(201);
        assertThat(accepted.inner()).isEqualTo("FIRST_REVIEW");
        var due = accepted.body().path("due");
        assertThat(due.path("on").asString()).isEqualTo("2026-12-21");
        assertThat(due.path("basis").asString()).isEqualTo("行政许可法第四十三条");

        assertThat(forward(lowerApprover, id, accepted.etag()).expect(409).problem())
                .isEqualTo("first-review-open");
        var reviewed = step(
                        "reviews",
                        lowerReviewer,
                        id,
                        accepted.etag(),
                        "{\"outcome\": \"APPROVED\", \"opinion\": \"初审同意\"}")
                .expect(201);
        assertThat(reviewed.inner()).isEqualTo("FIRST_REVIEW");
        calls.grant(APPROVER, id, reviewed.etag()).expect(404);
        step("decisions", lowerApprover, id, reviewed.etag(), "{\"outcome\": \"GRANTED\"}")
                .expect(409);
        assertThat(worklist(lowerApprover, "approver")).contains(id).contains("FORWARD");
        forward(lowerReviewer, id, reviewed.etag()).expect(403);
        forward(lowerApprover, id, accepted.etag()).expect(412);

        var forwarded = forward(lowerApprover, id, reviewed.etag()).expect(201);
        assertThat(forwarded.inner()).isEqualTo("UNDER_REVIEW");
        assertThat(forward(lowerApprover, id, forwarded.etag()).expect(403).problem())
                .isEqualTo("forbidden");
        for (var path : new String[] {"", "/history"}) {
            calls.perform(read(path, id, lowerReviewer), null, null, null).expect(200);
            calls.perform(read(path, id, lowerApprover), null, null, null).expect(200);
        }
        assertThat(read(WINDOW_CLERK, id).expect(200).body().path("reviews")).hasSize(2);
        var again = calls.send(post(Calls.ROOT + "/" + id + "/consultations"), WINDOW_CLERK, forwarded.etag(), null);
        assertThat(again.expect(409).problem())
                .as("nothing is asked of the applicant again")
                .isEqualTo("step-not-allowed");

        var upper = calls.review(REVIEWER, id, forwarded.etag(), "APPROVED").expect(201);
        assertThat(upper.inner()).isEqualTo("AWAITING_DECISION");
        assertThat(calls.grant(APPROVER, id, upper.etag()).expect(201).inner()).isEqualTo("GRANTED");
        var events = Topics.awaitCount("yiwang.application", id, 6);
        assertThat(events.get(3).toString())
                .contains("forwarded.v1")
                .contains(Persona.FOREIGN_BODY)
                .contains(Persona.LEAD_BODY);
    }

    @Test
    void a_hall_within_the_scope_takes_in_what_another_body_handles() {
        var draft = intake(WINDOW_CLERK, FORWARDED, Persona.COMPANY).expect(201);
        var id = draft.id();
        assertThat(draft.inner()).isEqualTo("DRAFT");
        read(WINDOW_CLERK, id).expect(200);
        read(AGENT, id).expect(200);
        read(FOREIGN_CLERK, id).expect(404);
        var submitted = calls.submit(WINDOW_CLERK, id, draft.etag()).expect(201);
        assertThat(submitted.body().path("queryCode").asString()).isNotEmpty();
        read(WINDOW_CLERK, id).expect(200);
        assertThat(calls.accept(WINDOW_CLERK, id, submitted.etag()).expect(403).problem())
                .isEqualTo("forbidden");
        calls.accept(FOREIGN_CLERK, id, submitted.etag()).expect(201);
        assertThat(read(AGENT, id).body().path("status").path("code").asString())
                .isEqualTo("FIRST_REVIEW");
    }

    @Test
    void a_hall_takes_in_nothing_beyond_the_scope_and_for_nobody_unknown() {
        assertThat(intake(FOREIGN_CLERK, CANCELLATION, Persona.COMPANY)
                        .expect(403)
                        .problem())
                .isEqualTo("not-taken-in-here");
        intake(WINDOW_CLERK, CANCELLATION, Persona.COMPANY).expect(201);
        intake(WINDOW_CLERK, CANCELLATION, "91431000MA4YWT0E1X").expect(400);
        intake(AGENT, CANCELLATION, Persona.COMPANY).expect(403);
        intake(REVIEWER, CANCELLATION, Persona.COMPANY).expect(403);
        intake(SECOND_REVIEWER, CANCELLATION, Persona.COMPANY).expect(403);
        var person = "{\"itemCode\": \"" + CANCELLATION
                + "\", \"applicant\": {\"type\": \"PERSON\", \"code\": \"431002199001013028\", \"name\": \"王小明（示例）\"}}";
        assertThat(calls.send(post("/api/v1/intakes"), WINDOW_CLERK, null, person)
                        .expect(422)
                        .problem())
                .isEqualTo("audience-not-served");
    }

    private Calls.Answer intake(Persona who, String item, String code) {
        var body = "{\"itemCode\": \"" + item + "\", \"applicant\": {\"type\": \"ORGANIZATION\", \"code\": \"" + code
                + "\", \"name\": \"郴州安康大药房有限公司（示例）\"}}";
        return calls.send(post("/api/v1/intakes"), who, null, body);
    }

    private Calls.Answer forward(String bearer, String id, String etag) {
        return step("forwardings", bearer, id, etag, null);
    }

    private Calls.Answer step(String step, String bearer, String id, String etag, String body) {
        var request = post(Calls.ROOT + "/" + id + "/" + step).header("Authorization", bearer);
        return calls.send(request, null, etag, body);
    }

    private String worklist(String bearer, String role) {
        var request = MockMvcRequestBuilders.get("/api/v1/worklist?limit=100&role=" + role)
                .header("Authorization", bearer);
        return calls.perform(request, null, null, null).expect(200).body().toString();
    }

    private static MockHttpServletRequestBuilder read(String path, String id, String bearer) {
        return MockMvcRequestBuilders.get(Calls.ROOT + "/" + id + path).header("Authorization", bearer);
    }

    private static String lower(String subject, Role role) {
        return Tokens.staff(subject)
                .department(Persona.FOREIGN_BODY)
                .division(Persona.CHANGDE)
                .roles(role)
                .bearer();
    }
}
