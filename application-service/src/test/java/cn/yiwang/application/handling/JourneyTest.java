package cn.yiwang.application.handling;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.application.TestCatalog.PHARMACY;
import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.application.TestCatalog.UNREVIEWED;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.material.SampleFiles;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Topics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JourneyTest extends ApplicationTest {

    @Test
    void a_draft_with_its_material_becomes_a_granted_application() {
        var draft = calls.create(AGENT, PHARMACY, false).expect(201);
        assertThat(draft.inner()).isEqualTo("DRAFT");
        assertThat(draft.body().has("number")).isFalse();

        var early = calls.submit(AGENT, draft.id(), draft.etag()).expect(422);
        assertThat(early.problem()).isEqualTo("materials-missing");
        assertThat(texts(early.body().path("errors"), "pointer"))
                .containsExactly("/materials/M0001720050000101", "/materials/M0001720050000108");

        var uploaded = uploadRequired(draft.id());
        var submitted = calls.submit(AGENT, draft.id(), uploaded.etag()).expect(201);
        assertThat(submitted.number()).matches("11431000MB1938148M300017200500020261123[0-9]{8}");
        assertThat(submitted.body().path("queryCode").asString()).hasSize(10);
        assertThat(submitted.body().path("due").path("on").asString()).isEqualTo("2026-11-30");

        var accepted = calls.accept(WINDOW_CLERK, draft.id(), submitted.etag()).expect(201);
        assertThat(accepted.body().path("reviews")).hasSize(2);
        assertThat(accepted.body().path("due").path("on").asString()).isEqualTo("2026-12-10");

        // both departments answer from what acceptance showed them: neither is in the other's way
        calls.review(REVIEWER, draft.id(), accepted.etag(), "APPROVED").expect(201);
        var reviewed = calls.review(SECOND_REVIEWER, draft.id(), accepted.etag(), "APPROVED")
                .expect(201);
        assertThat(reviewed.inner()).isEqualTo("AWAITING_DECISION");

        var granted = calls.grant(APPROVER, draft.id(), reviewed.etag()).expect(201);
        assertThat(granted.inner()).isEqualTo("GRANTED");
        assertThat(calls.deliver(WINDOW_CLERK, draft.id(), granted.etag())
                        .expect(409)
                        .problem())
                .isEqualTo("delivered-by-certificate");

        var seen = read(AGENT, draft.id()).expect(200);
        assertThat(seen.etag()).isEqualTo(granted.etag());
        assertThat(seen.body().path("applicant").path("code").asString()).isEqualTo("91431000MA4YWT0E1N");
        assertThat(seen.body().path("reviews")).hasSize(2);
    }

    @Test
    void a_document_is_delivered_at_the_window_and_every_event_has_its_place() {
        var granted = granted();
        var delivered =
                calls.deliver(WINDOW_CLERK, granted.id(), granted.etag()).expect(201);
        assertThat(delivered.body().path("publicStatus").path("code").asString())
                .isEqualTo("DELIVERED");
        assertThat(delivered.body().has("due")).isFalse();

        var events = Topics.awaitCount("yiwang.application", granted.id(), 5);
        assertThat(events)
                .extracting(event -> event.path("type").asString())
                .containsExactly(
                        "cn.yiwang.application.submitted.v1",
                        "cn.yiwang.application.accepted.v1",
                        "cn.yiwang.application.department-reviewed.v1",
                        "cn.yiwang.application.granted.v1",
                        "cn.yiwang.application.delivered.v1");
        assertThat(events)
                .extracting(event -> event.path("sequence").asString())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 5).mapToObj(String::valueOf).toList());
        events.forEach(event -> Contracts.checkEvent("application", event));
        assertThat(events.toString()).doesNotContain("91431000MA4YWT0E1N").doesNotContain("李安康");
    }

    @Test
    void a_refusal_gives_its_reasons_and_the_remedies() {
        var reviewed = reviewed();
        var silent = calls.send(
                post(Calls.ROOT + "/" + reviewed.id() + "/decisions"),
                APPROVER,
                reviewed.etag(),
                "{\"outcome\": \"REFUSED\", \"reason\": \"  \"}");
        assertThat(silent.expect(422).problem()).isEqualTo("reason-required");

        calls.refuse(APPROVER, reviewed.id(), reviewed.etag()).expect(201);
        var seen = read(AGENT, reviewed.id()).expect(200);
        assertThat(seen.inner()).isEqualTo("REFUSED");
        assertThat(seen.body().path("decision").path("reason").asString()).isEqualTo("营业场所不符合条件");
        assertThat(seen.body().path("decision").path("remedies").asString())
                .contains("郴州市市场监督管理局")
                .contains("行政复议")
                .contains("行政诉讼");
        Contracts.checkEvent(
                "application", Topics.await("yiwang.application", reviewed.id(), "cn.yiwang.application.refused.v1"));
    }

    @Test
    void a_grant_against_the_opinion_of_a_department_says_why() {
        var accepted = accepted(CANCELLATION);
        var reviewed = calls.review(REVIEWER, accepted.id(), accepted.etag(), "REJECTED")
                .expect(201);
        assertThat(calls.grant(APPROVER, accepted.id(), reviewed.etag())
                        .expect(422)
                        .problem())
                .isEqualTo("reason-required");
        calls.send(
                        post(Calls.ROOT + "/" + accepted.id() + "/decisions"),
                        APPROVER,
                        reviewed.etag(),
                        "{\"outcome\": \"GRANTED\", \"reason\": \"经复核符合条件\"}")
                .expect(201);
    }

    @Test
    void an_applicant_withdraws_and_nobody_needs_to_answer_any_more() {
        var accepted = accepted(QUICK_PHARMACY);
        calls.withdraw(AGENT, accepted.id(), accepted.etag()).expect(201);
        assertThat(calls.review(REVIEWER, accepted.id(), accepted.etag(), "APPROVED")
                        .expect(412)
                        .problem())
                .isEqualTo("stale-version");
        assertThat(jdbc.sql("SELECT DISTINCT status FROM review_task WHERE number = ?")
                        .param(accepted.number())
                        .query(String.class)
                        .list())
                .containsExactly("CANCELLED");
        Contracts.checkEvent(
                "application", Topics.await("yiwang.application", accepted.id(), "cn.yiwang.application.withdrawn.v1"));
        assertThat(calls.withdraw(
                                AGENT, accepted.id(), read(AGENT, accepted.id()).etag())
                        .expect(409)
                        .problem())
                .isEqualTo("step-not-allowed");
    }

    @Test
    void an_item_that_asks_nobody_goes_on_to_the_decision() {
        var accepted = accepted(UNREVIEWED);
        assertThat(accepted.inner()).isEqualTo("AWAITING_DECISION");
        calls.grant(APPROVER, accepted.id(), accepted.etag()).expect(201);
        assertThat(texts(history(accepted.id()), "event"))
                .containsExactly("submitted", "accepted", "reviews-completed", "granted");
    }

    @Test
    void the_history_tells_who_did_what_and_the_trail_keeps_it() {
        var granted = granted();
        var history = history(granted.id());
        assertThat(texts(history, "event")).containsExactly("submitted", "accepted", "department-reviewed", "granted");
        assertThat(history.toString()).doesNotContain("\"actor\":");
        assertThat(calls.read(WINDOW_CLERK, Calls.ROOT + "/" + granted.id() + "/history")
                        .body()
                        .toString())
                .contains("\"actor\":\"approver\"");
        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE object_id = ? ORDER BY id")
                        .param(granted.id())
                        .query(String.class)
                        .list())
                .containsExactly("accept-application", "review-application", "grant-application");
    }

    @Test
    void applicants_find_their_own_applications_newest_first() {
        var first = submitted(CANCELLATION);
        var second = calls.create(AGENT, CANCELLATION, false).expect(201);
        var page = calls.read(AGENT, Calls.ROOT + "?limit=1").expect(200).body();
        assertThat(page.path("items").path(0).path("id").asString()).isEqualTo(second.id());
        var next = calls.read(
                        AGENT,
                        Calls.ROOT + "?limit=1&after=" + page.path("next").asString())
                .expect(200)
                .body();
        assertThat(next.path("items").path(0).path("id").asString()).isEqualTo(first.id());
    }

    private Calls.Answer uploadRequired(String id) {
        calls.upload(AGENT, id, "M0001720050000101", "申请书.pdf", "application/pdf", SampleFiles.pdf())
                .expect(201);
        return calls.upload(AGENT, id, "M0001720050000108", "注册证.png", "image/png", SampleFiles.png())
                .expect(201);
    }

    private JsonNode history(String id) {
        return calls.read(AGENT, Calls.ROOT + "/" + id + "/history")
                .expect(200)
                .body()
                .path("items");
    }

    private static List<String> texts(JsonNode items, String property) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(property).asString())
                .toList();
    }
}
