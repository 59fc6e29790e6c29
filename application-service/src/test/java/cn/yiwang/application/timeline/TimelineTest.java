package cn.yiwang.application.timeline;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.CITIZEN;
import static cn.yiwang.testsupport.Persona.FOREIGN_CLERK;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.application.lifecycle.Mover;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class TimelineTest extends ApplicationTest {

    @Test
    void each_step_is_told_in_plain_words_with_the_law_behind_it() {
        var granted = granted();
        var timeline = timeline(AGENT, granted.id(), "zh-CN");
        assertThat(timeline.path("steps").valueStream().map(step -> step.path("event")
                        .asString()))
                .containsExactly("submitted", "accepted", "department-reviewed", "granted");
        var accepted = timeline.path("steps").path(1);
        assertThat(accepted.path("title").asString()).isEqualTo("已受理");
        assertThat(accepted.path("article").asString()).isEqualTo("行政许可法第三十二条、第四十二条");
        assertThat(accepted.path("by").asString()).isEqualTo("OFFICE");
        assertThat(accepted.path("body").asString()).isEqualTo(Persona.LEAD_BODY);
        assertThat(timeline.path("steps").path(0).path("by").asString()).isEqualTo("APPLICANT");
        assertThat(timeline(AGENT, granted.id(), "en")
                        .path("steps")
                        .path(1)
                        .path("title")
                        .asString())
                .isEqualTo("Accepted");
        assertThat(timeline.toString()).doesNotContain("\"actor\"");
    }

    @Test
    void it_says_what_is_awaited_from_whom_and_until_when() {
        var submitted = submitted(CANCELLATION);
        var awaited = timeline(AGENT, submitted.id(), "zh-CN").path("awaited");
        assertThat(awaited.path("from").asString()).isEqualTo("WINDOW_CLERK");
        assertThat(awaited.path("who").asString()).isEqualTo("受理机关窗口");
        assertThat(awaited.path("dueOn").asString())
                .isEqualTo(submitted.body().path("due").path("on").asString());
        assertThat(awaited.path("provisional").asBoolean()).isFalse();
        assertThat(awaited.path("basis").asString()).isNotEmpty();

        var draft = calls.create(AGENT, CANCELLATION, false).expect(201);
        var own = timeline(AGENT, draft.id(), "zh-CN").path("awaited");
        assertThat(own.path("from").asString()).isEqualTo("APPLICANT");
        assertThat(own.has("dueOn")).isFalse();

        calls.withdraw(AGENT, submitted.id(), submitted.etag()).expect(201);
        assertThat(timeline(AGENT, submitted.id(), "zh-CN").has("awaited")).isFalse();
    }

    @Test
    void a_due_date_in_a_year_without_announced_holidays_is_marked_provisional() {
        clock.set(java.time.Instant.parse("2026-12-31T01:30:00Z"));
        var submitted = submitted(CANCELLATION);
        assertThat(timeline(AGENT, submitted.id(), "zh-CN")
                        .path("awaited")
                        .path("provisional")
                        .asBoolean())
                .isEqualTo(submitted.body().path("due").path("provisional").asBoolean());
    }

    @Test
    void who_may_not_read_the_application_does_not_read_its_timeline() {
        var submitted = submitted(CANCELLATION);
        var path = Calls.ROOT + "/" + submitted.id() + "/timeline";
        calls.read(CITIZEN, path).expect(404);
        calls.read(FOREIGN_CLERK, path).expect(404);
        calls.read(null, path).expect(401);
        calls.read(WINDOW_CLERK, path).expect(200);
    }

    @Test
    void the_delivery_invites_an_evaluation_once_and_everybody_who_listens_hears_of_it() {
        var granted = granted();
        assertThat(timeline(AGENT, granted.id(), "en").path("evaluations")).isEmpty();
        calls.deliver(WINDOW_CLERK, granted.id(), granted.etag()).expect(201);
        var invitations = timeline(AGENT, granted.id(), "en").path("evaluations");
        assertThat(invitations).hasSize(1);
        assertThat(invitations.path(0).path("step").asString()).isEqualTo("delivered");
        heard(invitations.path(0).path("id").asString(), granted.id());
    }

    @Test
    void a_refusal_invites_one_too_and_a_withdrawal_none() {
        var reviewed = reviewed();
        calls.refuse(APPROVER, reviewed.id(), reviewed.etag()).expect(201);
        assertThat(timeline(AGENT, reviewed.id(), "en")
                        .path("evaluations")
                        .path(0)
                        .path("step")
                        .asString())
                .isEqualTo("refused");
        var submitted = submitted(CANCELLATION);
        calls.withdraw(AGENT, submitted.id(), submitted.etag()).expect(201);
        assertThat(timeline(AGENT, submitted.id(), "en").path("evaluations")).isEmpty();
    }

    @Test
    void what_a_newer_instance_wrote_does_not_hide_the_rest() {
        assertThat(Words.know("something-new")).isFalse();
        assertThat(Words.of("something-new").title()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Mover.class)
    void everybody_who_can_be_awaited_has_a_name(Mover mover) {
        assertThat(Words.of(mover)).isNotBlank();
    }

    private static void heard(String invitation, String application) {
        var event = Topics.await("yiwang.application", invitation, "cn.yiwang.application.evaluation-invited.v1");
        Contracts.checkEvent("application", event);
        assertThat(event.path("sequence").asString()).isEqualTo("1");
        assertThat(event.path("data").path("applicationId").asString()).isEqualTo(application);
        assertThat(event.toString()).doesNotContain("安康", Persona.COMPANY);
    }

    private JsonNode timeline(Persona who, String id, String language) {
        return calls.perform(
                        get(Calls.ROOT + "/" + id + "/timeline").header("Accept-Language", language), who, null, null)
                .expect(200)
                .body();
    }
}
