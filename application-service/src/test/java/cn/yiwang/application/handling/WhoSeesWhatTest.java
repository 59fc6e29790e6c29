package cn.yiwang.application.handling;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.application.TestCatalog.PHARMACY;
import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.CITIZEN;
import static cn.yiwang.testsupport.Persona.FOREIGN_CLERK;
import static cn.yiwang.testsupport.Persona.OTHER_AGENT;
import static cn.yiwang.testsupport.Persona.PARTNER_TAX;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.material.SampleFiles;
import cn.yiwang.testsupport.Persona;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WhoSeesWhatTest extends ApplicationTest {

    @ParameterizedTest
    @EnumSource(
            value = Persona.class,
            names = {
                "OTHER_AGENT",
                "CITIZEN",
                "FOREIGN_CLERK",
                "SECOND_REVIEWER",
                "HOTLINE_AGENT",
                "AUDITOR",
                "SYSTEM_ADMIN",
                "PARTNER_TAX"
            })
    void a_stranger_finds_nothing_in_any_way_of_asking(Persona stranger) {
        var submitted = submitted(CANCELLATION);
        var path = Calls.ROOT + "/" + submitted.id();
        read(stranger, submitted.id()).expect(404);
        calls.read(stranger, path + "/history").expect(404);
        calls.read(stranger, path + "/materials/" + submitted.id() + "/content").expect(404);
        assertThat(calls.read(stranger, Calls.ROOT).body().toString()).doesNotContain(submitted.id());
        assertThat(calls.read(stranger, "/api/v1/worklist").body().toString()).doesNotContain(submitted.id());
        assertThat(calls.accept(stranger, submitted.id(), submitted.etag()).status())
                .isIn(403, 404);
        assertThat(calls.withdraw(stranger, submitted.id(), submitted.etag()).status())
                .isIn(403, 404);
        assertThat(read(AGENT, submitted.id()).expect(200).etag()).isEqualTo(submitted.etag());
    }

    @Test
    void a_draft_is_its_applicants_alone() {
        var draft = calls.create(AGENT, PHARMACY, false).expect(201);
        read(AGENT, draft.id()).expect(200);
        for (var official : new Persona[] {WINDOW_CLERK, REVIEWER, APPROVER}) {
            read(official, draft.id()).expect(404);
        }
    }

    @Test
    void a_department_sees_an_application_once_it_is_asked_and_only_what_concerns_it() {
        var submitted = submitted(QUICK_PHARMACY);
        read(SECOND_REVIEWER, submitted.id()).expect(404);
        var accepted =
                calls.accept(WINDOW_CLERK, submitted.id(), submitted.etag()).expect(201);
        calls.review(REVIEWER, submitted.id(), accepted.etag(), "REJECTED").expect(201);

        var seen = read(SECOND_REVIEWER, submitted.id()).expect(200).body();
        assertThat(seen.path("reviews")).hasSize(1);
        assertThat(seen.path("reviews").path(0).path("department").asString()).isEqualTo(Persona.SECOND_BODY);
        assertThat(seen.path("applicant").has("contact")).isFalse();
        assertThat(read(REVIEWER, submitted.id()).body().path("reviews")).hasSize(2);
        assertThat(read(AGENT, submitted.id())
                        .body()
                        .path("applicant")
                        .path("contact")
                        .path("name")
                        .asString())
                .isEqualTo("李安康（示例）");
    }

    @Test
    void roles_do_only_their_own_step() {
        var submitted = submitted(CANCELLATION);
        calls.accept(REVIEWER, submitted.id(), submitted.etag()).expect(403);
        calls.accept(AGENT, submitted.id(), submitted.etag()).expect(403);
        var accepted =
                calls.accept(WINDOW_CLERK, submitted.id(), submitted.etag()).expect(201);
        calls.review(WINDOW_CLERK, submitted.id(), accepted.etag(), "APPROVED").expect(403);
        calls.review(SECOND_REVIEWER, submitted.id(), accepted.etag(), "APPROVED")
                .expect(404);
        calls.review(REVIEWER, submitted.id(), accepted.etag(), "APPROVED").expect(201);
        calls.grant(REVIEWER, submitted.id(), accepted.etag()).expect(403);
        calls.create(WINDOW_CLERK, CANCELLATION, true).expect(403);
        calls.create(PARTNER_TAX, CANCELLATION, true).expect(403);
    }

    @Test
    void two_agents_of_one_company_share_its_applications() {
        var submitted = submitted(CANCELLATION);
        var colleague =
                OTHER_AGENT.token().with("organization", Persona.COMPANY).bearer();
        var request = get(Calls.ROOT + "/" + submitted.id()).header("Authorization", colleague);
        calls.perform(request, null, null, null).expect(200);
    }

    @Test
    void names_and_numbers_are_sealed_in_the_database() {
        var draft = calls.create(AGENT, PHARMACY, false).expect(201);
        calls.upload(AGENT, draft.id(), "M0001720050000101", "a.pdf", "application/pdf", SampleFiles.pdf())
                .expect(201);
        var stored = jdbc.sql("SELECT CONVERT(applicant_sealed USING latin1) FROM application")
                .query(String.class)
                .list();
        assertThat(stored).isNotEmpty().noneMatch(text -> text.contains("91431000MA4YWT0E1N"));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM application WHERE applicant_index = applicant_sealed")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_audience_and_the_assurance_of_the_guide_are_kept() {
        assertThat(calls.create(CITIZEN, CANCELLATION, true).expect(422).problem())
                .isEqualTo("audience-not-served");
        var weak = AGENT.token().assurance(1).bearer();
        var request = post(Calls.ROOT).header("Authorization", weak);
        assertThat(calls.send(request, null, null, "{\"itemCode\": \"" + CANCELLATION + "\"}")
                        .expect(403)
                        .problem())
                .isEqualTo("assurance-too-low");
        read(FOREIGN_CLERK, "019a0f3c-6b00-7d11-8a22-93b4c5d6e7f8").expect(404);
    }
}
