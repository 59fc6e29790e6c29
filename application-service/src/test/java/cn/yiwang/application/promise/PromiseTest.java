package cn.yiwang.application.promise;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.OTHER_AGENT;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.TestCatalog;
import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.application.handling.Calls.Answer;
import cn.yiwang.application.material.SampleFiles;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Topics;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PromiseTest extends ApplicationTest {

    private static final String LATER = "11431000MB1938148M300017200500041";
    private static final String COMMITTED = "11431000MB1938148M300017200500042";
    private static final String LICENCE = "M0001720050000102";
    private static final String FORM = "M0001720050000101";

    @Autowired
    MissedPromises missed;

    @BeforeEach
    void offerItems() {
        TestCatalog.offers(LATER, item -> simple(item, LICENCE, "LATER_ALLOWED"));
        TestCatalog.offers(COMMITTED, PromiseTest::committed);
    }

    @Test
    void a_material_of_the_guide_may_come_after_acceptance_and_the_grant_waits_for_it() {
        var submitted = submitted(LATER);
        var promised = promise(AGENT, submitted, LICENCE).expect(201);
        assertThat(promised.body().path("due")).isEqualTo(submitted.body().path("due"));
        var accepted =
                calls.accept(WINDOW_CLERK, submitted.id(), promised.etag()).expect(201);
        var promise = promises(AGENT, submitted).path("materials").path(0);
        assertThat(promise.path("dueOn").asString()).isEqualTo("2026-12-07");
        assertThat(promise.path("text").asString()).contains("营业执照").contains("10个工作日");
        assertThat(calls.grant(APPROVER, submitted.id(), accepted.etag())
                        .expect(409)
                        .problem())
                .isEqualTo("promised-materials-outstanding");

        upload(submitted, FORM).expect(409);
        var filed = upload(submitted, LICENCE).expect(201);
        assertThat(promises(WINDOW_CLERK, submitted)
                        .path("materials")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("HANDED_IN");
        upload(submitted, LICENCE).expect(409);
        calls.grant(APPROVER, submitted.id(), filed.etag()).expect(201);
        for (var name : new String[] {"materials-promised", "promised-material-handed-in"}) {
            Contracts.checkEvent(
                    "application",
                    Topics.await("yiwang.application", submitted.id(), "cn.yiwang.application." + name + ".v1"));
        }
    }

    @Test
    void only_what_the_guide_lets_come_later_is_promised_and_once() {
        var submitted = submitted(LATER);
        assertThat(promise(AGENT, submitted, FORM).expect(422).problem()).isEqualTo("material-not-deferrable");
        promise(AGENT, submitted, "M9999999999999999").expect(422);
        promise(OTHER_AGENT, submitted, LICENCE).expect(404);
        promise(WINDOW_CLERK, submitted, LICENCE).expect(403);
        var promised = promise(AGENT, submitted, LICENCE).expect(201);
        promise(AGENT, promised, LICENCE).expect(422);
        var accepted =
                calls.accept(WINDOW_CLERK, submitted.id(), promised.etag()).expect(201);
        promise(AGENT, accepted, LICENCE).expect(409);
        calls.read(OTHER_AGENT, Calls.ROOT + "/" + submitted.id() + "/promises").expect(404);
    }

    @Test
    void a_promise_that_is_not_kept_ends_the_handling() {
        var promised = promise(AGENT, submitted(LATER), LICENCE).expect(201);
        calls.accept(WINDOW_CLERK, promised.id(), promised.etag()).expect(201);
        clock.set(Instant.parse("2026-12-07T08:00:00Z"));
        missed.run();
        assertThat(read(AGENT, promised.id()).inner()).isEqualTo("AWAITING_DECISION");
        clock.set(Instant.parse("2026-12-08T01:00:00Z"));
        missed.run();
        assertThat(read(AGENT, promised.id()).inner()).isEqualTo("TERMINATED");
        Contracts.checkEvent(
                "application",
                Topics.await("yiwang.application", promised.id(), "cn.yiwang.application.promised-material-missed.v1"));
        var ended = Topics.await("yiwang.application", promised.id(), "cn.yiwang.application.terminated.v1");
        assertThat(ended.path("data").path("cause").asString()).isEqualTo("PROMISE_NOT_KEPT");
        missed.run();
    }

    @Test
    void a_commitment_spares_proof_allows_a_decision_on_the_spot_and_is_checked_later() {
        var draft = calls.create(AGENT, COMMITTED, false).expect(201);
        calls.submit(AGENT, draft.id(), draft.etag()).expect(422);
        assertThat(promises(AGENT, draft).path("offeredCommitment").asString()).contains("符合经营条件");
        var committed = commit(AGENT, draft).expect(201);
        assertThat(commit(AGENT, committed).expect(409).problem()).isEqualTo("committed-already");
        var submitted = calls.submit(AGENT, draft.id(), committed.etag()).expect(201);
        commit(AGENT, submitted).expect(409);
        check(submitted, "KEPT").expect(409);
        var accepted = calls.accept(WINDOW_CLERK, draft.id(), submitted.etag()).expect(201);
        assertThat(accepted.inner()).as("nobody else is asked").isEqualTo("AWAITING_DECISION");
        var granted = calls.grant(APPROVER, draft.id(), accepted.etag()).expect(201);
        var commitment = promises(AGENT, draft).path("commitment");
        assertThat(commitment.path("text").asString()).contains("符合经营条件");
        assertThat(commitment.path("checkDueOn").asString()).isNotEmpty();

        step(WINDOW_CLERK, granted, "commitment-checks", "{\"result\": \"KEPT\", \"finding\": \"属实\"}")
                .expect(403);
        step(SECOND_REVIEWER, granted, "commitment-checks", "{\"result\": \"KEPT\", \"finding\": \"属实\"}")
                .expect(404);
        var checked = check(granted, "BROKEN").expect(201);
        check(checked, "KEPT").expect(409);
        Contracts.checkEvent(
                "application",
                Topics.await("yiwang.application", draft.id(), "cn.yiwang.application.commitment-checked.v1"));
    }

    @Test
    void a_commitment_is_possible_only_where_the_guide_allows_it() {
        var draft = calls.create(AGENT, CANCELLATION, false).expect(201);
        assertThat(commit(AGENT, draft).expect(422).problem()).isEqualTo("commitment-not-allowed");
        commit(OTHER_AGENT, draft).expect(404);
        commit(WINDOW_CLERK, draft).expect(403);
        assertThat(promises(AGENT, draft).has("offeredCommitment")).isFalse();
    }

    @Test
    void a_commitment_under_an_old_guide_does_not_bind_a_draft_under_the_new_one() {
        var item = "11431000MB1938148M300017200500043";
        TestCatalog.offers(item, PromiseTest::committed);
        var committed =
                commit(AGENT, calls.create(AGENT, item, false).expect(201)).expect(201);
        TestCatalog.offers(item, guide -> {
            committed(guide);
            guide.put("version", 2);
        });
        clock.advance(Duration.ofSeconds(11));
        var saved = calls.save(AGENT, committed.id(), committed.etag(), "{\"summary\": \"按新版指南\"}")
                .expect(200);
        assertThat(promises(AGENT, committed).has("commitment")).isFalse();
        calls.submit(AGENT, committed.id(), saved.etag()).expect(422);
        commit(AGENT, saved).expect(201);
    }

    private Answer promise(Persona who, Answer application, String code) {
        return step(who, application, "material-promises", "{\"materials\": [\"" + code + "\"]}");
    }

    private Answer commit(Persona who, Answer application) {
        return step(who, application, "commitments", null);
    }

    private Answer check(Answer application, String result) {
        return step(
                APPROVER, application, "commitment-checks", "{\"result\": \"" + result + "\", \"finding\": \"现场核实\"}");
    }

    private Answer step(Persona who, Answer application, String step, String body) {
        return calls.send(post(Calls.ROOT + "/" + application.id() + "/" + step), who, application.etag(), body);
    }

    private Answer upload(Answer application, String code) {
        return calls.upload(AGENT, application.id(), code, "file.pdf", "application/pdf", SampleFiles.pdf());
    }

    private JsonNode promises(Persona who, Answer application) {
        return calls.read(who, Calls.ROOT + "/" + application.id() + "/promises")
                .expect(200)
                .body();
    }

    /** No review, a document as result, and one material that matters. */
    private static void simple(ObjectNode item, String code, String necessity) {
        var guide = item.withObject("/guide");
        guide.withArray("materials").forEach(material -> ((ObjectNode) material)
                .put("necessity", material.path("code").asString().equals(code) ? necessity : "OPTIONAL"));
        guide.withObject("/result").put("kind", "DOCUMENT").putNull("certificateType");
        var links = (ArrayNode) guide.path("links");
        for (var i = links.size() - 1; i >= 0; i--) {
            if (links.get(i).path("kind").asString().equals("REVIEW")) {
                links.remove(i);
            }
        }
    }

    /** Reviewed elsewhere, but decided on the spot where the applicant commits. */
    private static void committed(ObjectNode item) {
        var guide = item.withObject("/guide");
        guide.withArray("materials").forEach(material -> ((ObjectNode) material)
                .put("necessity", material.path("code").asString().equals(FORM) ? "REQUIRED" : "OPTIONAL")
                .put("freeSubmission", material.path("code").asString().equals(FORM) ? "COMMITMENT" : "NONE"));
        guide.withObject("/result").put("kind", "DOCUMENT").putNull("certificateType");
        var handling = guide.withObject("/handling").put("examination", "ON_THE_SPOT");
        handling.putObject("commitment").put("allowed", true).put("scope", "已经符合经营条件");
    }
}
