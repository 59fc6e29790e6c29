package cn.yiwang.application.acceptance;

import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.OTHER_AGENT;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.handling.Calls.Answer;
import cn.yiwang.application.material.SampleFiles;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Topics;
import org.junit.jupiter.api.Test;

class PreReviewTest extends AcceptanceTest {

    @Test
    void a_look_before_acceptance_stops_no_clock() {
        var submitted = submitted(QUICK_PHARMACY);
        var looked = look(submitted, "PASSED", "").expect(201);
        assertThat(looked.inner()).isEqualTo("SUBMITTED");
        assertThat(looked.body().path("due")).isEqualTo(submitted.body().path("due"));
        assertThat(look(looked, "PASSED", "").expect(409).problem()).isEqualTo("pre-reviewed-already");
        Contracts.checkEvent(
                "application",
                Topics.await("yiwang.application", looked.id(), "cn.yiwang.application.pre-reviewed.v1"));
        ask(looked, FORM).expect(201);
    }

    @Test
    void what_the_look_found_is_all_that_the_notice_can_ask() {
        var submitted = submitted(QUICK_PHARMACY);
        assertThat(look(submitted, "CORRECTABLE", "").expect(422).problem()).isEqualTo("requirement-outside-guide");
        look(submitted, "PASSED", ", \"requirements\": " + asked(FORM)).expect(422);
        look(submitted, "CORRECTABLE", ", \"requirements\": " + asked("C77")).expect(422);
        var looked = look(submitted, "CORRECTABLE", ", \"requirements\": " + asked(FORM, "C1"))
                .expect(201);
        var found = see(AGENT, looked, "pre-review").expect(200).body();
        assertThat(found.path("requirements").path(0).path("code").asString()).isEqualTo(FORM);
        see(OTHER_AGENT, looked, "pre-review").expect(404);

        var more = ask(looked, FORM, LICENCE).expect(422);
        assertThat(pointers(more)).containsExactly("/requirements/1/code");
        assertThat(ask(looked, FORM).expect(201).inner()).isEqualTo("CORRECTION_REQUESTED");
    }

    @Test
    void the_applicant_may_put_right_at_once_what_the_look_found() {
        var looked = look(submitted(QUICK_PHARMACY), "CORRECTABLE", ", \"requirements\": " + asked(FORM))
                .expect(201);
        var filed = calls.upload(AGENT, looked.id(), FORM, "form.pdf", "application/pdf", SampleFiles.pdf())
                .expect(201);
        calls.upload(AGENT, looked.id(), LICENCE, "form.pdf", "application/pdf", SampleFiles.pdf())
                .expect(409);
        calls.accept(WINDOW_CLERK, looked.id(), filed.etag()).expect(201);
    }

    @Test
    void an_error_is_put_right_on_the_spot_without_using_the_notice_up() {
        var submitted = submitted(QUICK_PHARMACY);
        step(WINDOW_CLERK, submitted, "on-the-spot-corrections", "{}").expect(422);
        step(AGENT, submitted, "on-the-spot-corrections", "{\"summary\": \"更正\"}")
                .expect(403);
        var corrected = step(
                        WINDOW_CLERK,
                        submitted,
                        "on-the-spot-corrections",
                        "{\"summary\": \"更正\", \"fields\": {\"经营场所\": \"郴州市苏仙区（示例）\"}}")
                .expect(201);
        assertThat(corrected.body().path("due")).isEqualTo(submitted.body().path("due"));
        var seen = read(AGENT, submitted.id()).body();
        assertThat(seen.path("summary").asString()).isEqualTo("更正");
        assertThat(seen.path("applicant").path("fields").path("经营场所").asString())
                .isEqualTo("郴州市苏仙区（示例）");
        assertThat(seen.path("applicant").path("contact").path("phone").asString())
                .isEqualTo("0735-2360000");
        assertThat(ask(corrected, FORM).expect(201).inner()).isEqualTo("CORRECTION_REQUESTED");
    }

    private Answer look(Answer application, String result, String more) {
        return step(WINDOW_CLERK, application, "pre-reviews", "{\"result\": \"" + result + "\"" + more + "}");
    }
}
