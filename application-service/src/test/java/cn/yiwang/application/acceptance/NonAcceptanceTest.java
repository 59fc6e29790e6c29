package cn.yiwang.application.acceptance;

import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.OTHER_AGENT;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.TestCatalog;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Topics;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class NonAcceptanceTest extends AcceptanceTest {

    private static final String SINGLE = "11431000MB1938148M300017200500044";

    @Test
    void what_needs_no_licence_is_told_by_a_notice_that_nobody_can_challenge() {
        var declined =
                decline(submitted(QUICK_PHARMACY), "NO_LICENCE_NEEDED", "").expect(201);
        assertThat(declined.inner()).isEqualTo("NOT_ACCEPTED");
        assertThat(declined.body().has("due")).isFalse();
        var notice = see(AGENT, declined, "non-acceptance").expect(200).body();
        assertThat(notice.path("document").path("label").asString()).isEqualTo("不受理告知书");
        assertThat(notice.path("basis").asString()).isEqualTo("行政许可法第三十二条第一款第一项");
        assertThat(notice.has("remedies")).isFalse();
        Contracts.checkEvent(
                "application",
                Topics.await("yiwang.application", declined.id(), "cn.yiwang.application.not-accepted.v1"));
    }

    @Test
    void what_belongs_to_another_body_is_a_decision_that_names_it_and_the_remedies() {
        var submitted = submitted(QUICK_PHARMACY);
        var unnamed = decline(submitted, "NOT_COMPETENT", "").expect(422);
        assertThat(unnamed.problem()).isEqualTo("ground-not-possible");
        assertThat(pointers(unnamed)).containsExactly("/competentBody");
        decline(submitted, "NO_LICENCE_NEEDED", ", \"competentBody\": \"别的机关\"").expect(422);

        var declined = decline(submitted, "NOT_COMPETENT", ", \"competentBody\": \"常德市市场监督管理局（示例）\"")
                .expect(201);
        var decision = see(AGENT, declined, "non-acceptance").body();
        assertThat(decision.path("document").path("label").asString()).isEqualTo("不予受理决定书");
        assertThat(decision.path("competentBody").asString()).isEqualTo("常德市市场监督管理局（示例）");
        assertThat(decision.path("remedies").asString()).contains("行政复议");
        decline(declined, "NO_LICENCE_NEEDED", "").expect(409);
    }

    @Test
    void a_rule_of_the_sector_may_know_one_document_for_both() {
        TestCatalog.offers(SINGLE, item -> {
            item.withObject("/guide").withArray("materials").forEach(material -> ((ObjectNode) material)
                    .put("necessity", "OPTIONAL"));
            item.withObject("/guide")
                    .withObject("/handling")
                    .putObject("nonAcceptance")
                    .put("document", "NOT_ACCEPTED")
                    .put("basis", "某部门规章第九条（示例）");
        });
        var declined = decline(submitted(SINGLE), "NO_LICENCE_NEEDED", "").expect(201);
        var decision = see(AGENT, declined, "non-acceptance").body();
        assertThat(decision.path("document").path("label").asString()).isEqualTo("不予受理决定书");
        assertThat(decision.path("basis").asString()).isEqualTo("行政许可法第三十二条第一款第一项；某部门规章第九条（示例）");
        assertThat(decision.path("remedies").asString()).contains("行政诉讼");
    }

    @Test
    void missing_corrections_are_a_ground_only_after_the_notice_and_its_period() {
        var submitted = submitted(QUICK_PHARMACY);
        assertThat(pointers(decline(submitted, "NOT_CORRECTED", "").expect(422)))
                .containsExactly("/ground");
        var asked = ask(submitted, FORM).expect(201);
        assertThat(decline(asked, "NOT_CORRECTED", "").expect(409).problem()).isEqualTo("correction-period-runs");
        assertThat(pointers(decline(asked, "NO_LICENCE_NEEDED", "").expect(422)))
                .containsExactly("/ground");
        clock.set(Instant.parse("2026-12-08T02:00:00Z"));
        assertThat(decline(asked, "NOT_CORRECTED", "").expect(201).inner()).isEqualTo("NOT_ACCEPTED");
    }

    @Test
    void only_the_window_of_the_competent_body_declines() {
        var submitted = submitted(QUICK_PHARMACY);
        var body = "{\"ground\": \"NO_LICENCE_NEEDED\", \"reason\": \"无需许可\"}";
        step(AGENT, submitted, "non-acceptances", body).expect(403);
        step(REVIEWER, submitted, "non-acceptances", body).expect(403);
        see(AGENT, submitted, "non-acceptance").expect(404);
        decline(submitted, "NO_LICENCE_NEEDED", "").expect(201);
        calls.read(OTHER_AGENT, Calls.ROOT + "/" + submitted.id() + "/non-acceptance")
                .expect(404);
    }
}
