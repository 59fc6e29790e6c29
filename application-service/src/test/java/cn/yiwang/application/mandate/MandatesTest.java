package cn.yiwang.application.mandate;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.application.TestCatalog.PHARMACY;
import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.CITIZEN;
import static cn.yiwang.testsupport.Persona.OTHER_AGENT;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.testsupport.Persona;
import cn.yiwang.testsupport.ProblemTexts;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A company lets a citizen act for it. */
class MandatesTest extends ApplicationTest {

    private static final String ROOT = "/api/v1/mandates";
    private static final String ALL_ACTIONS = "\"DRAFT\", \"SUBMIT\", \"CORRECT\", \"WITHDRAW\", \"RECEIVE\"";
    private static final String CITIZEN_ID = "431002199001013028";

    @Test
    void an_agent_acts_within_an_accepted_mandate_and_every_step_names_both() {
        var mandate = accepted("{\"kind\": \"ALL\"}", ALL_ACTIONS);

        var created = create(mandate, CANCELLATION, false).expect(201);
        var submitted = send("/" + created.id() + "/submissions", mandate, created.etag(), null)
                .expect(201);

        var seen = read(AGENT, submitted.id()).expect(200).body();
        assertThat(seen.path("applicant").path("code").asString()).isEqualTo(Persona.COMPANY);
        assertThat(seen.path("applicant").path("name").asString()).isEqualTo("郴州安康大药房有限公司（示例）");
        var line = calls.read(WINDOW_CLERK, Calls.ROOT + "/" + submitted.id() + "/history")
                .body()
                .path("items")
                .path(0);
        assertThat(line.path("actor").asString()).isEqualTo("citizen");
        assertThat(line.path("mandate").asString()).isEqualTo(mandate);
        send("/" + submitted.id() + "/withdrawals", mandate, submitted.etag(), "{}")
                .expect(201);
        assertThat(audited("withdraw-application")).contains(mandate);
    }

    @Test
    void without_the_header_the_agent_stays_in_their_own_space() {
        var mandate = accepted("{\"kind\": \"ALL\"}", ALL_ACTIONS);
        var theirs = submitted(CANCELLATION);

        read(CITIZEN, theirs.id()).expect(404);
        assertThat(calls.read(CITIZEN, Calls.ROOT).body().toString()).doesNotContain(theirs.id());
        under(mandate, "/" + theirs.id()).expect(200);
        under(mandate, "/" + theirs.id() + "/history").expect(200);
        assertThat(under(mandate, "?limit=100").expect(200).body().toString()).contains(theirs.id());
    }

    @Test
    void a_mandate_that_is_taken_back_in_the_middle_ends_access_at_once() {
        var mandate = accepted("{\"kind\": \"ALL\"}", ALL_ACTIONS);
        var draft = create(mandate, CANCELLATION, false).expect(201);

        step(AGENT, mandate, "revocations").expect(201);

        for (var path : new String[] {"", "/" + draft.id(), "/" + draft.id() + "/history"}) {
            assertThat(under(mandate, path).expect(403).problem()).isEqualTo("mandate-not-valid");
        }
        send("/" + draft.id() + "/submissions", mandate, draft.etag(), null).expect(403);
        create(mandate, CANCELLATION, false).expect(403);
        assertThat(read(AGENT, draft.id()).expect(200).etag()).isEqualTo(draft.etag());
    }

    @Test
    void an_answer_kept_for_a_key_is_not_given_again_after_the_end() {
        var mandate = accepted("{\"kind\": \"ALL\"}", ALL_ACTIONS);
        var key = UUID.randomUUID().toString();
        var body = "{\"itemCode\": \"" + CANCELLATION + "\", \"submit\": true}";
        calls.perform(on(post(Calls.ROOT), mandate).header("Idempotency-Key", key), CITIZEN, null, body)
                .expect(201);
        step(AGENT, mandate, "revocations").expect(201);
        calls.perform(on(post(Calls.ROOT), mandate).header("Idempotency-Key", key), CITIZEN, null, body)
                .expect(403);
    }

    @Test
    void one_key_under_two_mandates_is_not_one_call() {
        var first = accepted("{\"kind\": \"ALL\"}", ALL_ACTIONS);
        var second = accepted("{\"kind\": \"ALL\"}", ALL_ACTIONS);
        var key = UUID.randomUUID().toString();
        var body = "{\"itemCode\": \"" + CANCELLATION + "\"}";
        calls.perform(on(post(Calls.ROOT), first).header("Idempotency-Key", key), CITIZEN, null, body)
                .expect(201);
        calls.perform(on(post(Calls.ROOT), second).header("Idempotency-Key", key), CITIZEN, null, body)
                .expect(422);
    }

    @Test
    void a_mandate_counts_from_its_first_to_its_last_day() {
        var offered = give(AGENT, """
                {"agent": {"idNumber": "%s", "name": "王小明"}, "scope": {"kind": "ALL"}, "actions": ["DRAFT"],
                 "startsOn": "2026-11-24", "endsOn": "2026-11-25"}""".formatted(CITIZEN_ID)).expect(201);
        answer(CITIZEN, offered.id(), true).expect(201);
        assertThat(status(offered.id())).isEqualTo("NOT_STARTED");
        under(offered.id(), "").expect(403);
        clock.advance(Duration.ofDays(2));
        under(offered.id(), "").expect(200);
        clock.advance(Duration.ofDays(1));
        under(offered.id(), "").expect(403);
        assertThat(status(offered.id())).isEqualTo("EXPIRED");
        assertThat(step(CITIZEN, offered.id(), "renunciations").expect(409).problem())
                .isEqualTo("mandate-step-not-allowed");
    }

    @Test
    void nothing_opens_before_the_agent_accepts_nor_after_declining_or_giving_up() {
        var offered = give(AGENT, body("{\"kind\": \"ALL\"}", ALL_ACTIONS)).expect(201);
        under(offered.id(), "").expect(403);
        answer(CITIZEN, offered.id(), false).expect(201);
        under(offered.id(), "").expect(403);
        assertThat(answer(CITIZEN, offered.id(), true).expect(409).problem()).isEqualTo("mandate-step-not-allowed");

        var given = accepted("{\"kind\": \"ALL\"}", ALL_ACTIONS);
        under(given, "").expect(200);
        step(CITIZEN, given, "renunciations").expect(201);
        under(given, "").expect(403);
    }

    @Test
    void the_scope_of_some_items_shows_and_begins_these_only() {
        var mandate = accepted("{\"kind\": \"ITEMS\", \"itemCodes\": [\"%s\"]}".formatted(CANCELLATION), ALL_ACTIONS);
        var within = submitted(CANCELLATION);
        var outside = submitted(QUICK_PHARMACY);
        under(mandate, "/" + within.id()).expect(200);
        under(mandate, "/" + outside.id()).expect(404);
        assertThat(under(mandate, "?limit=100").body().toString())
                .contains(within.id())
                .doesNotContain(outside.id());
        send("/" + outside.id() + "/withdrawals", mandate, outside.etag(), "{}").expect(404);
        create(mandate, CANCELLATION, false).expect(201);
        assertThat(create(mandate, PHARMACY, false).expect(403).problem()).isEqualTo("mandate-does-not-cover");
    }

    @Test
    void the_scope_of_one_application_shows_it_alone_and_begins_none() {
        var one = calls.create(AGENT, CANCELLATION, false).expect(201);
        var other = submitted(CANCELLATION);
        var mandate =
                accepted("{\"kind\": \"APPLICATION\", \"applicationId\": \"%s\"}".formatted(one.id()), ALL_ACTIONS);
        under(mandate, "/" + other.id()).expect(404);
        assertThat(under(mandate, "").body().path("items")).hasSize(1);
        create(mandate, CANCELLATION, false).expect(403);
        send("/" + one.id() + "/submissions", mandate, one.etag(), null).expect(201);
    }

    @ParameterizedTest
    @CsvSource({"submissions,SUBMIT", "withdrawals,WITHDRAW"})
    void a_step_that_the_mandate_does_not_name_is_refused(String path, String missing) {
        var actions = ALL_ACTIONS.replace("\"" + missing + "\", ", "");
        var mandate = accepted("{\"kind\": \"ALL\"}", actions);
        var application = path.equals("submissions")
                ? calls.create(AGENT, CANCELLATION, false).expect(201)
                : submitted(CANCELLATION);
        assertThat(send("/" + application.id() + "/" + path, mandate, application.etag(), "{}")
                        .expect(403)
                        .problem())
                .isEqualTo("mandate-does-not-cover");
        under(mandate, "/" + application.id()).expect(200);
    }

    @Test
    void who_may_not_draft_neither_begins_nor_saves_nor_adds_files() {
        var mandate = accepted("{\"kind\": \"ALL\"}", "\"SUBMIT\"");
        var draft = calls.create(AGENT, CANCELLATION, false).expect(201);
        create(mandate, CANCELLATION, false).expect(403);
        create(mandate, CANCELLATION, true).expect(403);
        var save =
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put(Calls.ROOT + "/" + draft.id());
        calls.perform(on(save, mandate), CITIZEN, draft.etag(), "{}").expect(403);
        var drafting = accepted("{\"kind\": \"ALL\"}", "\"DRAFT\"");
        create(drafting, CANCELLATION, true).expect(403);
        create(drafting, CANCELLATION, false).expect(201);
    }

    @Test
    void a_mandate_is_nobody_elses_and_no_official_acts_under_one() {
        var mandate = accepted("{\"kind\": \"ALL\"}", ALL_ACTIONS);
        for (var stranger : new Persona[] {OTHER_AGENT, WINDOW_CLERK, REVIEWER}) {
            calls.perform(on(get(Calls.ROOT), mandate), stranger, null, null).expect(403);
            assertThat(calls.read(stranger, ROOT + "/" + mandate).status()).isIn(403, 404);
        }
        calls.perform(on(get(Calls.ROOT), "not-an-id"), CITIZEN, null, null).expect(403);
        calls.perform(on(on(get(Calls.ROOT), mandate), mandate), CITIZEN, null, null)
                .expect(403);
        step(OTHER_AGENT, mandate, "revocations").expect(404);
        step(CITIZEN, mandate, "revocations").expect(403);
        step(AGENT, mandate, "renunciations").expect(403);
        answer(AGENT, mandate, true).expect(403);
        calls.read(null, ROOT).expect(401);
        calls.read(WINDOW_CLERK, ROOT).expect(403);
    }

    @Test
    void no_mandate_is_given_or_changed_under_a_mandate() {
        var mandate = accepted("{\"kind\": \"ALL\"}", ALL_ACTIONS);
        var given = calls.send(on(post(ROOT), mandate), CITIZEN, null, body("{\"kind\": \"ALL\"}", ALL_ACTIONS));
        assertThat(given.expect(403).problem()).isEqualTo("mandate-does-not-cover");
        calls.send(on(post(ROOT + "/" + mandate + "/renunciations"), mandate), CITIZEN, "\"2\"", null)
                .expect(403);
    }

    @Test
    void a_stale_or_missing_tag_is_refused() {
        var offered = give(AGENT, body("{\"kind\": \"ALL\"}", ALL_ACTIONS)).expect(201);
        calls.send(post(ROOT + "/" + offered.id() + "/revocations"), AGENT, "\"9\"", null)
                .expect(412);
        calls.send(post(ROOT + "/" + offered.id() + "/revocations"), AGENT, null, null)
                .expect(428);
        calls.perform(post(ROOT), AGENT, null, body("{\"kind\": \"ALL\"}", ALL_ACTIONS))
                .expect(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/agent/idNumber    | 431002199001013029 | {\"kind\": \"ALL\"} | 2027-01-01",
                "/scope             | 431002199001013028 | {\"kind\": \"ALL\", \"itemCodes\": [\"11431000MB1938148M300017200500005\"]} | 2027-01-01",
                "/scope             | 431002199001013028 | {\"kind\": \"ITEMS\"} | 2027-01-01",
                "/scope             | 431002199001013028 | {\"kind\": \"APPLICATION\"} | 2027-01-01",
                "/scope/applicationId | 431002199001013028 | {\"kind\": \"APPLICATION\", \"applicationId\": \"019a0f3c-6b00-7d11-8a22-93b4c5d6e7f8\"} | 2027-01-01",
                "/endsOn            | 431002199001013028 | {\"kind\": \"ALL\"} | 2026-11-22"
            })
    void a_mandate_that_contradicts_itself_is_refused(String pointer, String idNumber, String scope, String ends) {
        var answer = give(AGENT, """
                {"agent": {"idNumber": "%s", "name": "王小明"}, "scope": %s, "actions": ["DRAFT"], "endsOn": "%s"}""".formatted(idNumber, scope, ends));
        assertThat(answer.expect(422).problem()).isEqualTo("mandate-inconsistent");
        assertThat(answer.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    @Test
    void nobody_is_their_own_agent() {
        give(CITIZEN, body("{\"kind\": \"ALL\"}", ALL_ACTIONS)).expect(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"agent\": {\"idNumber\": \"x\", \"name\": \"王\"}, \"scope\": {\"kind\": \"ALL\"}, \"actions\": [\"DRAFT\"], \"endsOn\": \"2027-01-01\"}",
                "{\"agent\": {\"idNumber\": \"431002199001013028\", \"name\": \"王\"}, \"scope\": {\"kind\": \"ALL\"}, \"actions\": [], \"endsOn\": \"2027-01-01\"}",
                "{\"agent\": {\"idNumber\": \"431002199001013028\", \"name\": \"王\"}, \"scope\": {\"kind\": \"ALL\"}, \"actions\": [\"DRAFT\"], \"endsOn\": \"someday\"}",
                "{\"agent\": {\"idNumber\": \"431002199001013028\", \"name\": \"王\"}, \"scope\": {\"kind\": \"ITEMS\", \"itemCodes\": [\"1\"]}, \"actions\": [\"DRAFT\"], \"endsOn\": \"2027-01-01\"}"
            })
    void a_mandate_that_could_not_be_stored_is_refused(String body) {
        give(AGENT, body).expect(400);
    }

    @Test
    void both_parties_list_it_and_my_spaces_says_as_whom_i_can_act() {
        var mandate = accepted("{\"kind\": \"ALL\"}", ALL_ACTIONS);
        var offered = give(AGENT, body("{\"kind\": \"ALL\"}", ALL_ACTIONS)).expect(201);

        assertThat(calls.read(AGENT, ROOT + "?limit=1").body().path("next").asString())
                .isNotEmpty();
        assertThat(calls.read(AGENT, ROOT + "?limit=100").body().toString()).contains(mandate, offered.id());
        assertThat(calls.read(CITIZEN, ROOT + "?limit=100&side=AGENT").body().toString())
                .contains(mandate, offered.id())
                .doesNotContain(CITIZEN_ID);
        var spaces =
                calls.read(CITIZEN, "/api/v1/my-spaces?limit=100").expect(200).body();
        assertThat(spaces.path("own").path("type").asString()).isEqualTo("PERSON");
        assertThat(spaces.path("items").toString()).contains(mandate).doesNotContain(offered.id());
        assertThat(calls.read(AGENT, "/api/v1/my-spaces")
                        .body()
                        .path("own")
                        .path("type")
                        .asString())
                .isEqualTo("ORGANIZATION");
        calls.read(WINDOW_CLERK, "/api/v1/my-spaces").expect(403);
        calls.read(null, "/api/v1/my-spaces").expect(401);
    }

    @Test
    void names_and_numbers_of_mandates_are_sealed() {
        accepted("{\"kind\": \"ALL\"}", ALL_ACTIONS);
        assertThat(jdbc.sql(
                                "SELECT CONCAT(CONVERT(principal_sealed USING latin1), CONVERT(agent_sealed USING latin1)) FROM mandate")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(text -> text.contains(CITIZEN_ID) || text.contains(Persona.COMPANY));
    }

    @Test
    void every_problem_of_mandates_can_be_read_by_people() {
        ProblemTexts.check(MandateProblem.class);
    }

    private String accepted(String scope, String actions) {
        var offered = give(AGENT, body(scope, actions)).expect(201);
        answer(CITIZEN, offered.id(), true).expect(201);
        return offered.id();
    }

    private static String body(String scope, String actions) {
        return """
                {"agent": {"idNumber": "%s", "name": "王小明（示例）"}, "scope": %s, "actions": [%s], "endsOn": "2027-11-22"}""".formatted(CITIZEN_ID, scope, actions);
    }

    private Calls.Answer give(Persona who, String body) {
        return calls.send(post(ROOT), who, null, body);
    }

    private Calls.Answer answer(Persona who, String id, boolean accepted) {
        var etag = calls.read(CITIZEN, ROOT + "/" + id).etag();
        return calls.send(post(ROOT + "/" + id + "/answers"), who, etag, "{\"accepted\": " + accepted + "}");
    }

    private Calls.Answer step(Persona who, String id, String step) {
        var etag = calls.read(AGENT, ROOT + "/" + id).etag();
        return calls.send(post(ROOT + "/" + id + "/" + step), who, etag, null);
    }

    private String status(String id) {
        return calls.read(AGENT, ROOT + "/" + id)
                .body()
                .path("status")
                .path("code")
                .asString();
    }

    private Calls.Answer under(String mandate, String path) {
        return calls.perform(on(get(Calls.ROOT + path), mandate), CITIZEN, null, null);
    }

    private Calls.Answer create(String mandate, String item, boolean submit) {
        return calls.send(
                on(post(Calls.ROOT), mandate),
                CITIZEN,
                null,
                "{\"itemCode\": \"" + item + "\", \"submit\": " + submit + "}");
    }

    private Calls.Answer send(String path, String mandate, String etag, String body) {
        return calls.send(on(post(Calls.ROOT + path), mandate), CITIZEN, etag, body);
    }

    private static <T extends org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<T>>
            T on(T request, String mandate) {
        return request.header("On-Behalf-Of", mandate);
    }

    private String audited(String action) {
        return jdbc.sql("SELECT details FROM audit_entry WHERE action = :action ORDER BY id DESC LIMIT 1")
                .param("action", action)
                .query(String.class)
                .single();
    }
}
