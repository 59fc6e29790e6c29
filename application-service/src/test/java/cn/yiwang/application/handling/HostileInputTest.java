package cn.yiwang.application.handling;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.TestCatalog;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest extends ApplicationTest {

    static String[] badApplications() {
        var item = "\"itemCode\": \"" + CANCELLATION + "\"";
        return new String[] {
            "",
            "{",
            "[]",
            "null",
            "\"text\"",
            "{}",
            "{\"itemCode\": null}",
            "{\"itemCode\": 7}",
            "{\"itemCode\": \"short\"}",
            "{\"itemCode\": \"../../../internal/secrets/aaaaaaaaa\"}",
            "{" + item + ", \"submit\": \"yes\"}",
            "{" + item + ", \"submit\": 1}",
            "{" + item + ", \"status\": \"GRANTED\"}",
            "{" + item + ", " + item + "}",
            "{" + item + "} {}",
            "{" + item + ", \"summary\": \"" + "长".repeat(201) + "\"}",
            "{" + item + ", \"summary\": \"a\\u0000b\"}",
            "{" + item + ", \"summary\": \"a\\nb\"}",
            "{" + item + ", \"summary\": \"a\\u202Eb\"}",
            "{" + item + ", \"summary\": \"\\uD800\"}",
            "{" + item + ", \"summary\": {\"a\": 1}}",
            "{" + item + ", \"contact\": {\"name\": \"\"}}",
            "{" + item + ", \"contact\": {\"name\": \"" + "名".repeat(61) + "\"}}",
            "{" + item + ", \"contact\": {\"name\": \"a\", \"phone\": \"call me\"}}",
            "{" + item + ", \"contact\": {\"name\": \"a\", \"address\": \"" + "x".repeat(201) + "\"}}",
            "{" + item + ", \"contact\": []}",
            "{" + item + ", \"fields\": {\"a\": \"" + "x".repeat(501) + "\"}}",
            "{" + item + ", \"fields\": {\"" + "k".repeat(51) + "\": \"x\"}}",
            "{" + item + ", \"fields\": {\"a\": null}}",
            "{" + item + ", \"fields\": {\"a\": {\"b\": 1}}}",
            "{" + item + ", \"fields\": {"
                    + IntStream.range(0, 21)
                            .mapToObj(i -> "\"k" + i + "\": \"x\"")
                            .collect(Collectors.joining(","))
                    + "}}",
        };
    }

    @ParameterizedTest
    @MethodSource("badApplications")
    void a_body_that_could_not_be_stored_as_it_came_is_refused(String body) {
        var before = count();
        var answer = calls.send(post(Calls.ROOT), AGENT, null, body).expect(400);
        assertThat(answer.problem()).isIn("invalid-request", "malformed-request");
        assertThat(answer.body().toString()).doesNotContain("Exception").doesNotContain("SELECT");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void values_at_their_bounds_are_stored_unchanged() {
        var summary = "😀".repeat(200);
        var body = "{\"itemCode\": \"" + CANCELLATION + "\", \"summary\": \"" + summary
                + "\", \"contact\": {\"name\": \"" + "名".repeat(60) + "\"}}";
        var draft = calls.send(post(Calls.ROOT), AGENT, null, body).expect(201);
        assertThat(read(AGENT, draft.id()).body().path("summary").asString()).isEqualTo(summary);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"outcome\": \"MAYBE\"}",
                "{\"outcome\": 0}",
                "{}",
                "{\"outcome\": \"APPROVED\", \"department\": \"x\"}",
                "{\"outcome\": \"APPROVED\", \"opinion\": 5}"
            })
    void a_review_that_says_something_else_is_refused(String body) {
        var accepted = accepted(CANCELLATION);
        calls.send(post(Calls.ROOT + "/" + accepted.id() + "/reviews"), REVIEWER, accepted.etag(), body)
                .expect(400);
        calls.send(
                        post(Calls.ROOT + "/" + accepted.id() + "/reviews"),
                        REVIEWER,
                        accepted.etag(),
                        "{\"outcome\": \"APPROVED\", \"opinion\": \"" + "长".repeat(2001) + "\"}")
                .expect(400);
        assertThat(read(WINDOW_CLERK, accepted.id()).etag()).isEqualTo(accepted.etag());
    }

    @Test
    void an_opinion_and_a_reason_of_full_length_are_stored() {
        var accepted = accepted(CANCELLATION);
        var long2000 = "意".repeat(2000);
        var reviewed = calls.send(
                        post(Calls.ROOT + "/" + accepted.id() + "/reviews"),
                        REVIEWER,
                        accepted.etag(),
                        "{\"outcome\": \"REJECTED\", \"opinion\": \"" + long2000 + "\"}")
                .expect(201);
        calls.send(
                        post(Calls.ROOT + "/" + accepted.id() + "/decisions"),
                        APPROVER,
                        reviewed.etag(),
                        "{\"outcome\": \"REFUSED\", \"reason\": \"" + long2000 + "\"}")
                .expect(201);
        assertThat(read(AGENT, accepted.id())
                        .body()
                        .path("decision")
                        .path("reason")
                        .asString())
                .isEqualTo(long2000);
    }

    @Test
    void an_unknown_item_and_paths_that_are_none_are_refused() {
        var unknown = "11431000MB1938148M300017200500099";
        TestCatalog.knowsNot(unknown);
        assertThat(calls.create(AGENT, unknown, true).expect(422).problem()).isEqualTo("item-not-available");
        read(AGENT, "not-a-uuid").expect(400);
        calls.read(AGENT, Calls.ROOT + "?limit=0").expect(400);
        calls.read(AGENT, Calls.ROOT + "?limit=101").expect(400);
        calls.read(AGENT, Calls.ROOT + "?after=%00").expect(400);
        calls.perform(post(Calls.ROOT).contentType("text/plain").header("Idempotency-Key", "k"), AGENT, null, null)
                .expect(415);
        calls.perform(get(Calls.ROOT), null, null, null).expect(401);
    }

    private int count() {
        return jdbc.sql("SELECT COUNT(*) FROM application").query(Integer.class).single();
    }
}
