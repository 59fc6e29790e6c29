package cn.yiwang.application.interruption;

import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.OTHER_AGENT;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.application.handling.Calls.Answer;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Topics;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InterruptionTest extends ApplicationTest {

    private static final String GROUND = "{\"basis\": \"医疗器械经营监督管理办法第十三条\", \"reason\": \"须待诉讼终结\"}";

    @Test
    void handling_rests_and_goes_on_with_the_days_that_were_left() {
        var accepted = accepted(QUICK_PHARMACY);
        assertThat(accepted.body().path("due").path("on").asString()).isEqualTo("2026-12-10");
        clock.set(Instant.parse("2026-11-26T02:00:00Z"));
        var suspended = step(APPROVER, accepted, "suspensions", GROUND).expect(201);
        assertThat(suspended.inner()).isEqualTo("SUSPENDED");
        assertThat(suspended.body().has("due")).isFalse();
        assertThat(calls.review(REVIEWER, accepted.id(), suspended.etag(), "APPROVED")
                        .status())
                .as("nobody reviews meanwhile")
                .isGreaterThanOrEqualTo(409);
        Contracts.checkEvent(
                "application", Topics.await("yiwang.application", accepted.id(), "cn.yiwang.application.suspended.v1"));

        clock.set(Instant.parse("2026-12-03T02:00:00Z"));
        var resumed = step(APPROVER, suspended, "resumptions", "{\"reason\": \"判决已生效\"}")
                .expect(201);
        assertThat(resumed.inner()).isEqualTo("UNDER_REVIEW");
        assertThat(resumed.body().path("due").path("on").asString())
                .as("ten working days were left on 26 November")
                .isEqualTo("2026-12-17");
        calls.review(REVIEWER, accepted.id(), resumed.etag(), "APPROVED").expect(201);
        var rests = calls.read(AGENT, Calls.ROOT + "/" + accepted.id() + "/interruptions")
                .expect(200)
                .body()
                .path("items");
        assertThat(rests.path(0).path("basis").asString()).isEqualTo("医疗器械经营监督管理办法第十三条");
        assertThat(rests.path(0).path("endReason").asString()).isEqualTo("判决已生效");
        Contracts.checkEvent(
                "application", Topics.await("yiwang.application", accepted.id(), "cn.yiwang.application.resumed.v1"));
    }

    @Test
    void a_decision_that_rested_is_awaited_again() {
        var reviewed = reviewed();
        var suspended = step(APPROVER, reviewed, "suspensions", GROUND).expect(201);
        calls.grant(APPROVER, reviewed.id(), suspended.etag()).expect(409);
        var resumed = step(APPROVER, suspended, "resumptions", "{\"reason\": \"原因消除\"}")
                .expect(201);
        assertThat(resumed.inner()).isEqualTo("AWAITING_DECISION");
        assertThat(resumed.body().path("due").path("on"))
                .isEqualTo(reviewed.body().path("due").path("on"));
        calls.grant(APPROVER, reviewed.id(), resumed.etag()).expect(201);
    }

    @Test
    void handling_ends_without_a_decision_on_a_ground_of_the_law() {
        var accepted = accepted(QUICK_PHARMACY);
        var suspended = step(APPROVER, accepted, "suspensions", GROUND).expect(201);
        var ended = step(
                        APPROVER,
                        suspended,
                        "terminations",
                        "{\"cause\": \"ORGANIZATION_ENDED\", \"basis\": \"行政许可法第七十条\", \"reason\": \"法人已注销\"}")
                .expect(201);
        assertThat(ended.inner()).isEqualTo("TERMINATED");
        Contracts.checkEvent(
                "application",
                Topics.await("yiwang.application", accepted.id(), "cn.yiwang.application.terminated.v1"));
        step(APPROVER, ended, "resumptions", "{\"reason\": \"误操作\"}").expect(409);
        calls.withdraw(AGENT, accepted.id(), ended.etag()).expect(409);
        assertThat(read(AGENT, accepted.id())
                        .body()
                        .path("reviews")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("CANCELLED");
    }

    @Test
    void a_ground_cites_an_article() {
        var accepted = accepted(QUICK_PHARMACY);
        step(APPROVER, accepted, "suspensions", "{\"basis\": \"领导要求\", \"reason\": \"等一等\"}")
                .expect(400);
        step(APPROVER, accepted, "suspensions", "{\"basis\": \"行政许可法第七十条\", \"reason\": \" \"}")
                .expect(400);
        step(
                        APPROVER,
                        accepted,
                        "terminations",
                        "{\"cause\": \"OTHER_BY_LAW\", \"basis\": \"领导要求\", \"reason\": \"等一等\"}")
                .expect(400);
    }

    @Test
    void only_who_decides_lets_it_rest() {
        var accepted = accepted(QUICK_PHARMACY);
        for (var who : new Persona[] {AGENT, WINDOW_CLERK, REVIEWER}) {
            step(who, accepted, "suspensions", GROUND).expect(403);
            step(who, accepted, "resumptions", "{\"reason\": \"原因消除\"}").expect(403);
        }
        step(APPROVER, accepted, "resumptions", "{\"reason\": \"没有中止\"}").expect(409);
        calls.read(OTHER_AGENT, Calls.ROOT + "/" + accepted.id() + "/interruptions")
                .expect(404);
        step(APPROVER, submitted(QUICK_PHARMACY), "suspensions", GROUND).expect(409);
    }

    private Answer step(Persona who, Answer application, String step, String body) {
        return calls.send(post(Calls.ROOT + "/" + application.id() + "/" + step), who, application.etag(), body);
    }
}
