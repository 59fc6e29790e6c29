package cn.yiwang.application.publication;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.CITIZEN;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.TestCatalog;
import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.Tokens;
import cn.yiwang.testsupport.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PublicationTest extends ApplicationTest {

    private static final String ROOT = "/api/v1/published-decisions";
    private static final String REASON = "{\"reason\": \"公开内容有误\"}";

    @Autowired
    PublishDecisions publish;

    /** Other classes share the schema. */
    @BeforeEach
    void nothing_waits() {
        jdbc.sql("UPDATE application SET unpublished_since = NULL").update();
        jdbc.sql("DELETE FROM published_decision").update();
    }

    @Test
    void a_granted_decision_becomes_public_on_the_day_after_and_once() {
        var granted = granted();
        publish.run();
        assertThat(list("")).as("not on the day itself").isEmpty();
        clock.advance(Duration.ofDays(1));
        publish.run();
        publish.run();
        var decisions = list("");
        assertThat(decisions).hasSize(1);
        var decision = decisions.path(0);
        assertThat(decision.path("number").asString()).matches("郴市监许准〔2026〕[0-9]+号");
        assertThat(decision.path("title").asString()).isEqualTo("准予行政许可决定书");
        assertThat(decision.path("holder").path("name").asString()).isEqualTo("郴州安康大药房有限公司（示例）");
        assertThat(decision.path("holder").path("code").asString()).isEqualTo("91431000MA4YWT0E1N");
        assertThat(decision.path("decidedOn").asString()).isEqualTo("2026-11-23");
        assertThat(decision.path("publishedOn").asString()).isEqualTo("2026-11-24");
        assertThat(decision.toString()).doesNotContain("李安康", "0735");
        assertThat(jdbc.sql("SELECT due_on FROM published_decision")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-12-02");

        var event = Topics.await("yiwang.application", granted.id(), "cn.yiwang.application.decision-published.v1");
        Contracts.checkEvent("application", event);
        // The number is that of the document that its applicant reads.
        assertThat(calls.read(AGENT, Calls.ROOT + "/" + granted.id() + "/documents")
                        .body()
                        .toString())
                .contains(decision.path("number").asString())
                .doesNotContain("PUBLICATION_FORM");
        assertThat(calls.read(null, ROOT + "/" + decision.path("id").asString())
                        .expect(200)
                        .body())
                .isEqualTo(decision);
    }

    @Test
    void of_a_person_the_public_sees_no_name_and_no_number() {
        TestCatalog.offers(CANCELLATION_FOR_PERSONS, item -> {
            ((ObjectNode) item.path("guide")).putArray("audiences").add("PERSON");
            ((ObjectNode) item.path("guide")).putArray("materials");
            ((ObjectNode) item.path("guide").path("result"))
                    .put("kind", "DOCUMENT")
                    .putNull("certificateType");
        });
        var submitted = calls.create(CITIZEN, CANCELLATION_FOR_PERSONS, true).expect(201);
        var accepted =
                calls.accept(WINDOW_CLERK, submitted.id(), submitted.etag()).expect(201);
        var last = accepted;
        for (var reviewer : List.of(REVIEWER, Persona.SECOND_REVIEWER)) {
            last = calls.review(reviewer, accepted.id(), accepted.etag(), "APPROVED")
                    .expect(201);
        }
        calls.grant(APPROVER, accepted.id(), last.etag()).expect(201);
        clock.advance(Duration.ofDays(1));
        publish.run();
        var holder = list("").path(0).path("holder");
        assertThat(holder.path("name").asString()).isEqualTo("王*");
        assertThat(holder.path("code").asString()).isEqualTo("4310021990****3028");
        assertThat(jdbc.sql("SELECT CONCAT(holder_name, holder_code) FROM published_decision")
                        .query(String.class)
                        .single())
                .doesNotContain("小明", "431002199001013028");
    }

    @Test
    void refused_applications_are_not_published() {
        var reviewed = reviewed();
        calls.refuse(APPROVER, reviewed.id(), reviewed.etag()).expect(201);
        clock.advance(Duration.ofDays(10));
        publish.run();
        assertThat(list("")).isEmpty();
    }

    @Test
    void instances_that_sweep_at_once_publish_each_decision_once() throws Exception {
        for (int i = 0; i < 4; i++) {
            granted();
        }
        clock.advance(Duration.ofDays(1));
        List<Callable<Void>> sweeps = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sweeps.add(() -> {
                publish.run();
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var sweep : threads.invokeAll(sweeps)) {
                sweep.get();
            }
        }
        publish.run();
        assertThat(list("")).hasSize(4);
    }

    @Test
    void one_that_cannot_be_published_stops_no_other() {
        var broken = granted();
        granted();
        jdbc.sql("UPDATE application SET applicant_sealed = X'00' WHERE number = ?")
                .param(broken.number())
                .update();
        clock.advance(Duration.ofDays(1));
        publish.run();
        assertThat(list("")).hasSize(1);
    }

    @Test
    void the_list_goes_on_by_its_cursor_and_narrows() {
        granted();
        clock.advance(Duration.ofDays(1));
        granted();
        granted();
        clock.advance(Duration.ofDays(1));
        publish.run();
        var first = calls.read(null, ROOT + "?limit=2").expect(200).body();
        assertThat(first.path("items")).hasSize(2);
        assertThat(first.path("items").path(0).path("decidedOn").asString()).isEqualTo("2026-11-24");
        var second = calls.read(
                        null, ROOT + "?limit=2&after=" + first.path("next").asString())
                .expect(200)
                .body();
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("items").path(0).path("decidedOn").asString()).isEqualTo("2026-11-23");
        assertThat(list("?body=" + Persona.LEAD_BODY)).hasSize(3);
        assertThat(list("?body=" + Persona.FOREIGN_BODY)).isEmpty();
        assertThat(list("?division=431000&itemCode=" + CANCELLATION)).hasSize(3);
        assertThat(list("?holderCode=" + Persona.COMPANY)).hasSize(3);
        assertThat(list("?holderCode=" + Persona.OTHER_COMPANY)).isEmpty();
        assertThat(list("?decidedFrom=2026-11-24")).hasSize(2);
        assertThat(list("?decidedTo=2026-11-23")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body=x",
                "division=43",
                "itemCode=1",
                "holderCode=a",
                "decidedFrom=yesterday",
                "after=x",
                "limit=0",
                "limit=101"
            })
    void a_question_that_makes_no_sense_is_refused(String query) {
        calls.read(null, ROOT + "?" + query).expect(400);
    }

    @Test
    void a_wrong_publication_is_taken_back_and_stays_on_record() {
        var granted = granted();
        clock.advance(Duration.ofDays(1));
        publish.run();
        var id = list("").path(0).path("id").asString();
        var etag = calls.read(null, ROOT + "/" + id).expect(200).etag();
        withdraw(WINDOW_CLERK, id, etag, REASON).expect(403);
        withdraw(AGENT, id, etag, REASON).expect(403);
        withdraw(null, id, etag, REASON).expect(401);
        withdraw(APPROVER, id, null, REASON).expect(428);
        withdraw(APPROVER, id, "\"7\"", REASON).expect(412);
        withdraw(APPROVER, id, etag, "{\"reason\": \" \"}").expect(400);
        withdraw(APPROVER, id, etag, "{}").expect(400);
        withdraw(APPROVER, UUID.randomUUID().toString(), etag, REASON).expect(404);
        var foreign = Tokens.staff("foreign-approver")
                .department(Persona.FOREIGN_BODY)
                .division(Persona.CHANGDE)
                .roles(Role.APPROVER);
        calls.perform(
                        post(ROOT + "/" + id + "/withdrawals")
                                .with(foreign.asRequest())
                                .header("Idempotency-Key", UUID.randomUUID()),
                        null,
                        etag,
                        REASON)
                .expect(403);
        assertThat(list("")).hasSize(1);

        var withdrawn = withdraw(APPROVER, id, etag, REASON).expect(201);
        assertThat(list("")).isEmpty();
        calls.read(null, ROOT + "/" + id).expect(404);
        assertThat(withdraw(APPROVER, id, withdrawn.etag(), REASON).expect(409).problem())
                .isEqualTo("publication-withdrawn");
        Contracts.checkEvent(
                "application",
                Topics.await("yiwang.application", granted.id(), "cn.yiwang.application.publication-withdrawn.v1"));
        assertThat(jdbc.sql("SELECT withdrawn_reason FROM published_decision")
                        .query(String.class)
                        .single())
                .isEqualTo("公开内容有误");
        publish.run();
        assertThat(list("")).as("what was taken back does not come again").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p.withdrawn = FALSE",
                "p.withdrawn = FALSE AND p.body = '11431000MB1938148M'",
                "p.withdrawn = FALSE AND p.division = '431000'",
                "p.withdrawn = FALSE AND p.item_code = '11431000MB1938148M300017200500005'",
                "p.withdrawn = FALSE AND p.holder_code = '91431000MA4YWT0E1N'"
            })
    void every_question_has_its_index(String where) {
        var plan = jdbc.sql("EXPLAIN SELECT p.id FROM published_decision p WHERE " + where
                        + " ORDER BY p.decided_on DESC, p.id DESC LIMIT 20")
                .query()
                .singleRow();
        assertThat(String.valueOf(plan.get("possible_keys"))).contains("published_decision_");
    }

    private static final String CANCELLATION_FOR_PERSONS = "11431000MB1938148M300017200500091";

    private Calls.Answer withdraw(Persona who, String id, String etag, String body) {
        return calls.send(post(ROOT + "/" + id + "/withdrawals"), who, etag, body);
    }

    private JsonNode list(String query) {
        return calls.perform(get(ROOT + query), null, null, null)
                .expect(200)
                .body()
                .path("items");
    }
}
