package cn.yiwang.application.handling;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.starter.ids.Ids;
import cn.yiwang.testsupport.Topics;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ConflictsTest extends ApplicationTest {

    private static final int REPETITIONS = 100;

    @Test
    void of_two_conflicting_decisions_at_once_exactly_one_wins_every_time() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var i = 0; i < REPETITIONS; i++) {
                var reviewed = reviewed();
                var answers = atOnce(
                        pool,
                        () -> calls.grant(APPROVER, reviewed.id(), reviewed.etag()),
                        () -> calls.refuse(APPROVER, reviewed.id(), reviewed.etag()));
                assertThat(answers).extracting(Calls.Answer::status).containsExactlyInAnyOrder(201, 412);
                var winner = answers.stream()
                        .filter(a -> a.status() == 201)
                        .findFirst()
                        .orElseThrow();
                assertOnlyTraceOf(winner, reviewed.id());
            }
        }
    }

    /** The loser left nothing in the row, the history, the outbox or the audit trail. */
    private void assertOnlyTraceOf(Calls.Answer winner, String id) {
        var key = Ids.toBytes(UUID.fromString(id));
        var decided = winner.inner().equals("GRANTED") ? "granted" : "refused";
        assertThat(jdbc.sql("SELECT outcome FROM application WHERE public_id = ?")
                        .param(key)
                        .query(String.class)
                        .single())
                .isEqualTo(winner.inner());
        assertThat(jdbc.sql("""
                        SELECT h.event FROM history h JOIN application a ON a.id = h.application_id
                         WHERE a.public_id = ? AND h.event IN ('granted', 'refused')
                        """).param(key).query(String.class).list()).containsExactly(decided);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM outbox_event WHERE aggregate_id = ? AND event_sequence = 4")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE object_id = ? AND action LIKE '%-application'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void two_departments_review_at_once_and_both_are_heard() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var i = 0; i < 20; i++) {
                var accepted = accepted(QUICK_PHARMACY);
                var answers = atOnce(
                        pool,
                        () -> calls.review(REVIEWER, accepted.id(), accepted.etag(), "APPROVED"),
                        () -> calls.review(SECOND_REVIEWER, accepted.id(), accepted.etag(), "APPROVED"));
                assertThat(answers).extracting(Calls.Answer::status).containsOnly(201);
                assertThat(answers)
                        .extracting(Calls.Answer::inner)
                        .containsExactlyInAnyOrder("UNDER_REVIEW", "AWAITING_DECISION");
            }
        }
    }

    @Test
    void a_department_answers_once_however_often_it_tries() throws Exception {
        var accepted = accepted(QUICK_PHARMACY);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answers = atOnce(
                    pool,
                    () -> calls.review(REVIEWER, accepted.id(), accepted.etag(), "APPROVED"),
                    () -> calls.review(REVIEWER, accepted.id(), accepted.etag(), "REJECTED"));
            assertThat(answers).extracting(Calls.Answer::status).containsExactlyInAnyOrder(201, 412);
        }
        var now = read(WINDOW_CLERK, accepted.id()).etag();
        assertThat(calls.review(REVIEWER, accepted.id(), now, "REJECTED")
                        .expect(409)
                        .problem())
                .isEqualTo("step-not-allowed");
        assertThat(Topics.awaitCount("yiwang.application", accepted.id(), 3)).hasSize(3);
    }

    @Test
    void a_step_needs_the_version_that_was_seen() {
        var submitted = submitted(CANCELLATION);
        assertThat(calls.accept(WINDOW_CLERK, submitted.id(), null).expect(428).problem())
                .isEqualTo("precondition-required");
        for (var stale : List.of("\"99\"", "\"0\"", "*", "W/\"1\"", "\"abc\"", "1")) {
            assertThat(calls.accept(WINDOW_CLERK, submitted.id(), stale).status())
                    .as(stale)
                    .isIn(400, 412);
        }
        var accepted =
                calls.accept(WINDOW_CLERK, submitted.id(), submitted.etag()).expect(201);
        calls.accept(WINDOW_CLERK, submitted.id(), submitted.etag()).expect(412);
        calls.review(REVIEWER, submitted.id(), "\"99\"", "APPROVED").expect(412);
        calls.review(REVIEWER, submitted.id(), submitted.etag(), "APPROVED").expect(412);
        calls.grant(APPROVER, submitted.id(), accepted.etag()).expect(409);
    }

    @Test
    void a_repeated_call_gets_the_first_answer_and_does_nothing_again() {
        var key = UUID.randomUUID().toString();
        var body = "{\"itemCode\": \"" + CANCELLATION + "\", \"submit\": true}";
        var first = createWith(key, body).expect(201);
        var again = createWith(key, body).expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(createWith(key, body.replace("true", "false")).expect(422).problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(calls.perform(post(Calls.ROOT), AGENT, null, body)
                        .expect(400)
                        .problem())
                .isEqualTo("idempotency-key-required");

        var accept = post(Calls.ROOT + "/" + first.id() + "/acceptances").header("Idempotency-Key", key);
        var accepted = calls.perform(accept, WINDOW_CLERK, first.etag(), null).expect(201);
        var replay = post(Calls.ROOT + "/" + first.id() + "/acceptances").header("Idempotency-Key", key);
        assertThat(calls.perform(replay, WINDOW_CLERK, first.etag(), null)
                        .expect(201)
                        .body())
                .isEqualTo(accepted.body());
        assertThat(Topics.awaitCount("yiwang.application", first.id(), 2)).hasSize(2);
    }

    private Calls.Answer createWith(String key, String body) {
        return calls.perform(post(Calls.ROOT).header("Idempotency-Key", key), AGENT, null, body);
    }

    private static List<Calls.Answer> atOnce(
            ExecutorService pool, Callable<Calls.Answer> one, Callable<Calls.Answer> other) throws Exception {
        var start = new CyclicBarrier(2);
        var first = pool.submit(() -> {
            start.await();
            return one.call();
        });
        var second = pool.submit(() -> {
            start.await();
            return other.call();
        });
        return List.of(first.get(), second.get());
    }
}
