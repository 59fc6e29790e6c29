package cn.yiwang.application.acceptance;

import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.FOREIGN_CLERK;
import static cn.yiwang.testsupport.Persona.OTHER_AGENT;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.handling.AcceptApplication;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.application.material.SampleFiles;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

class CorrectionTest extends AcceptanceTest {

    @Autowired
    AcceptApplication accept;

    @Autowired
    LapseCorrections lapse;

    @Autowired
    AcceptBySilence silence;

    @Autowired
    TransactionOperations transactions;

    @Test
    void everything_is_asked_once_corrected_and_then_accepted() {
        var asked = ask(submitted(QUICK_PHARMACY), FORM, "C2").expect(201);
        assertThat(asked.inner()).isEqualTo("CORRECTION_REQUESTED");
        assertThat(asked.body().has("due")).as("the body is not waited for").isFalse();
        Contracts.checkEvent(
                "application",
                Topics.await("yiwang.application", asked.id(), "cn.yiwang.application.correction-requested.v1"));
        assertThat(ask(asked, LICENCE).expect(409).problem()).isEqualTo("correction-asked-already");

        assertThat(upload(asked.id(), LICENCE, 422)).isEqualTo("material-not-asked-for");
        assertThat(pointers(handIn(asked, "{}").expect(422))).containsExactly("/materials/" + FORM, "/answers/C2");

        var filed = calls.upload(AGENT, asked.id(), FORM, "form.pdf", "application/pdf", SampleFiles.pdf())
                .expect(201);
        clock.advance(Duration.ofDays(2));
        var corrected = step(
                        AGENT,
                        new Calls.Answer(201, filed.etag(), asked.body(), new byte[0]),
                        "correction-submissions",
                        "{\"answers\": {\"C2\": \"已更换营业场所\"}, \"summary\": \"开办药店（更正）\"}")
                .expect(201);
        assertThat(corrected.inner()).isEqualTo("CORRECTED");
        assertThat(corrected.body().path("due").path("on").asString()).isEqualTo("2026-12-02");
        assertThat(ask(corrected, LICENCE).expect(409).problem()).isEqualTo("correction-asked-already");
        assertThat(upload(asked.id(), FORM, 409)).isEqualTo("step-not-allowed");

        var notice = see(AGENT, asked, "correction").expect(200).body();
        assertThat(notice.path("state").asString()).isEqualTo("HANDED_IN");
        assertThat(notice.path("dueOn").asString()).isEqualTo("2026-12-07");
        assertThat(notice.path("requirements").path(0).path("name").asString()).isEqualTo("药品零售经营许可申请书");
        assertThat(notice.path("requirements").path(1).path("answer").asString())
                .isEqualTo("已更换营业场所");
        assertThat(read(WINDOW_CLERK, asked.id()).body().path("summary").asString())
                .isEqualTo("开办药店（更正）");

        assertThat(calls.accept(WINDOW_CLERK, asked.id(), corrected.etag())
                        .expect(201)
                        .inner())
                .isEqualTo("UNDER_REVIEW");
        Contracts.checkEvent(
                "application", Topics.await("yiwang.application", asked.id(), "cn.yiwang.application.corrected.v1"));
    }

    @Test
    void nothing_outside_the_guide_and_nothing_twice_can_be_asked() {
        var submitted = submitted(QUICK_PHARMACY);
        var refused = ask(submitted, FORM, "M9999999999999999", "C9", FORM).expect(422);
        assertThat(refused.problem()).isEqualTo("requirement-outside-guide");
        assertThat(pointers(refused))
                .containsExactly("/requirements/1/code", "/requirements/2/code", "/requirements/3/code");
        ask(submitted).expect(400);
        ask(submitted, "随便什么").expect(400);
    }

    @Test
    void a_notice_that_comes_too_late_is_refused_and_the_application_is_accepted_since_its_receipt() {
        var submitted = submitted(QUICK_PHARMACY);
        clock.set(TOO_LATE);
        assertThat(ask(submitted, FORM).expect(409).problem()).isEqualTo("accepted-by-silence");

        var accepted =
                calls.accept(WINDOW_CLERK, submitted.id(), submitted.etag()).expect(201);
        assertThat(accepted.body().path("due").path("on").asString())
                .as("13 promised working days since 23 November")
                .isEqualTo("2026-12-10");
        assertThat(event(accepted)).isEqualTo("acceptance-deemed");
        assertThat(read(AGENT, accepted.id()).body().path("acceptedAt").asString())
                .isEqualTo(read(AGENT, accepted.id()).body().path("submittedAt").asString());
        var event = Topics.await("yiwang.application", accepted.id(), "cn.yiwang.application.accepted.v1");
        Contracts.checkEvent("application", event);
        assertThat(event.path("data").path("deemedSince").asString()).isEqualTo("2026-11-23");
    }

    @Test
    void silence_until_after_the_last_day_means_accepted() {
        var submitted = submitted(QUICK_PHARMACY);
        assertThat(deemed(submitted.id())).as("the last day is not over").isFalse();
        clock.set(TOO_LATE);
        assertThat(deemed(submitted.id())).isTrue();
        assertThat(read(AGENT, submitted.id()).inner()).isEqualTo("UNDER_REVIEW");
        assertThat(deemed(submitted.id())).as("once").isFalse();
    }

    @Test
    void whoever_is_left_without_an_answer_is_accepted_since_the_day_of_receipt_without_asking() {
        var silent = submitted(QUICK_PHARMACY);
        var asked = ask(submitted(QUICK_PHARMACY), FORM).expect(201);
        silence.run();
        assertThat(read(AGENT, silent.id()).inner())
                .as("the last day is not over")
                .isEqualTo("SUBMITTED");

        clock.set(TOO_LATE);
        silence.run();
        silence.run();

        var accepted = read(AGENT, silent.id());
        assertThat(accepted.inner()).isEqualTo("UNDER_REVIEW");
        assertThat(accepted.body().path("due").path("on").asString()).isEqualTo("2026-12-10");
        assertThat(read(AGENT, asked.id()).inner()).isEqualTo("CORRECTION_REQUESTED");
    }

    @Test
    void a_period_that_ends_without_corrections_has_the_consequence_of_the_notice() {
        var asked = ask(submitted(QUICK_PHARMACY), FORM).expect(201);
        var other = ask(submitted(QUICK_PHARMACY), FORM).expect(201);
        jdbc.sql("UPDATE correction SET consequence = 'WITHDRAWN' WHERE application_id ="
                        + " (SELECT id FROM application WHERE number = ?)")
                .param(other.number())
                .update();
        clock.set(Instant.parse("2026-12-07T02:00:00Z"));
        lapse.run();
        assertThat(read(AGENT, asked.id()).inner()).isEqualTo("CORRECTION_REQUESTED");
        clock.set(Instant.parse("2026-12-08T02:00:00Z"));
        assertThat(handIn(asked, "{}").expect(409).problem()).isEqualTo("correction-period-over");
        lapse.run();
        assertThat(read(AGENT, asked.id()).inner()).isEqualTo("NOT_ACCEPTED");
        assertThat(see(AGENT, asked, "non-acceptance").body().path("ground").asString())
                .isEqualTo("NOT_CORRECTED");
        assertThat(see(AGENT, asked, "correction").body().path("state").asString())
                .isEqualTo("MISSED");
        assertThat(read(AGENT, other.id()).inner()).isEqualTo("WITHDRAWN");
        lapse.run();
        assertThat(event(asked)).isEqualTo("not-accepted");
    }

    @Test
    void only_the_window_of_the_competent_body_asks_and_only_the_applicant_answers() {
        var submitted = submitted(QUICK_PHARMACY);
        var body = "{\"requirements\": " + asked(FORM) + "}";
        step(AGENT, submitted, "corrections", body).expect(403);
        step(APPROVER, submitted, "corrections", body).expect(403);
        step(FOREIGN_CLERK, submitted, "corrections", body).expect(404);
        see(AGENT, submitted, "correction").expect(404);
        var asked = ask(submitted, FORM).expect(201);
        step(WINDOW_CLERK, asked, "correction-submissions", "{}").expect(403);
        step(OTHER_AGENT, asked, "correction-submissions", "{}").expect(404);
        see(OTHER_AGENT, asked, "correction").expect(404);
        see(SECOND_REVIEWER, asked, "correction").expect(404);
        ask(submitted, FORM).expect(412);
    }

    private boolean deemed(String id) {
        return Boolean.TRUE.equals(transactions.execute(
                transaction -> accept.deemAccepted(UUID.fromString(id)).isPresent()));
    }

    private String upload(String id, String code, int status) {
        return calls.upload(AGENT, id, code, "file.pdf", "application/pdf", SampleFiles.pdf())
                .expect(status)
                .problem();
    }
}
