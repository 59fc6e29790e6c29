package cn.yiwang.application.clock;

import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.FOREIGN_CLERK;
import static cn.yiwang.testsupport.Persona.OTHER_AGENT;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.TestCatalog;
import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.testsupport.Persona;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Accepted on Monday, 23 November 2026: 20 working days end on 21 December, the 13 promised ones on 10 December. */
class ClockTest extends ApplicationTest {

    private static final String SEVERAL_BODIES = "11431000MB1938148M300017200500072";
    private static final String RECTIFIED = "11431000MB1938148M300017200500073";
    private static final String DEVICES = "11431000MB1938148M300017200500074";

    private static final String UNREVIEWED = "11431000MB1938148M300017200500071";

    @Autowired
    AnnounceDueDates announce;

    @BeforeEach
    void offerAnItemOfOneBody() {
        TestCatalog.offers(UNREVIEWED, ClockTest::plain);
    }

    @Test
    void the_due_date_is_explained_day_by_day() {
        var accepted = accepted(UNREVIEWED);
        var read = clock(AGENT, accepted.id());
        var clock = read.body();
        assertThat(read.etag()).isEqualTo(accepted.etag());
        assertThat(clock.at("/state/code").asString()).isEqualTo("RUNNING");
        assertThat(clock.at("/statutory/dueOn").asString()).isEqualTo("2026-12-21");
        assertThat(clock.at("/promised/dueOn").asString()).isEqualTo("2026-12-10");
        assertThat(clock.at("/day0").asString()).isEqualTo("2026-11-23");
        var days = clock.at("/promised/days");
        assertThat(days.size()).isEqualTo(18);
        assertThat(days.path(0).at("/reason/code").asString()).isEqualTo("START_DAY");
        assertThat(days.path(1).path("count").asInt()).isEqualTo(1);
        assertThat(days.path(5).at("/reason/code").asString()).isEqualTo("WEEKEND");
        assertThat(days.path(17).path("count").asInt()).isEqualTo(13);
    }

    @Test
    void a_hearing_that_the_guide_names_stops_the_clock_until_its_result() {
        var accepted = accepted(UNREVIEWED);
        at("2026-11-25");
        var started = start(APPROVER, accepted.id(), accepted.etag(), "HEARING", "2026-12-04")
                .expect(201);
        assertThat(started.body().at("/due/on").asString())
                .as("seven working days were announced")
                .isEqualTo("2026-12-21");
        var resting = clock(AGENT, accepted.id()).body();
        assertThat(resting.at("/state/code").asString()).isEqualTo("PAUSED");
        assertThat(resting.path("estimated").asBoolean()).isTrue();
        var procedure = resting.at("/specialProcedures/0");
        assertThat(procedure.path("basis").asString()).startsWith("行政许可法第四十五条");
        assertThat(start(APPROVER, accepted.id(), started.etag(), "HEARING", "2026-12-04")
                        .expect(409)
                        .problem())
                .isEqualTo("procedure-running");

        at("2026-12-02");
        var id = procedure.path("id").asString();
        assertThat(end(SECOND_REVIEWER, accepted.id(), started.etag(), id).status())
                .isEqualTo(404);
        assertThat(end(APPROVER, accepted.id(), accepted.etag(), id).expect(412).problem())
                .isEqualTo("stale-version");
        var ended = end(APPROVER, accepted.id(), started.etag(), id).expect(201);
        assertThat(ended.body().at("/due/on").asString()).isEqualTo("2026-12-17");
        assertThat(ended.body().at("/due/statutoryOn").asString()).isEqualTo("2026-12-28");
        assertThat(clock(AGENT, accepted.id()).body().at("/state/code").asString())
                .as("the day of the result does not count yet")
                .isEqualTo("PAUSED");
        at("2026-12-03");
        var running = clock(AGENT, accepted.id()).body();
        assertThat(running.at("/state/code").asString()).isEqualTo("RUNNING");
        assertThat(running.at("/promised/days/3/reason/code").asString()).isEqualTo("PAUSED");
        assertThat(running.at("/promised/days/3/pause/label").asString()).isEqualTo("听证");
        assertThat(end(APPROVER, accepted.id(), ended.etag(), id).expect(409).problem())
                .isEqualTo("procedure-over");

        var extended = extend(APPROVER, accepted.id(), ended.etag(), null).expect(201);
        assertThat(extended.body().at("/due/on").asString()).isEqualTo("2026-12-31");
        assertThat(history(accepted.id())).contains("special-procedure-started", "special-procedure-ended", "extended");
    }

    @Test
    void nothing_outside_the_guide_stops_the_clock() {
        var accepted = accepted(UNREVIEWED);
        assertThat(start(APPROVER, accepted.id(), accepted.etag(), "TESTING", "2026-12-04")
                        .expect(422)
                        .problem())
                .isEqualTo("procedure-outside-guide");
        assertThat(start(APPROVER, accepted.id(), accepted.etag(), "ON_SITE_CHECK", "2026-12-04")
                        .expect(422)
                        .problem())
                .isEqualTo("procedure-within-limit");
        assertThat(start(APPROVER, accepted.id(), accepted.etag(), "HEARING", "2026-11-20")
                        .expect(422)
                        .problem())
                .isEqualTo("procedure-ends-before-it-begins");
        assertThat(start(AGENT, accepted.id(), accepted.etag(), "HEARING", "2026-12-04")
                        .status())
                .isEqualTo(403);
        assertThat(start(SECOND_REVIEWER, accepted.id(), accepted.etag(), "HEARING", "2026-12-04")
                        .status())
                .isEqualTo(404);
        assertThat(read(AGENT, accepted.id()).etag()).isEqualTo(accepted.etag());
        var submitted = submitted(UNREVIEWED);
        assertThat(start(REVIEWER, submitted.id(), submitted.etag(), "HEARING", "2026-12-04")
                        .expect(409)
                        .problem())
                .isEqualTo("step-not-allowed");
    }

    @Test
    void rectification_stops_the_clock_only_where_a_rule_of_the_sector_says_so() {
        var pharmacy = accepted(offered(RECTIFIED, "药品经营和使用质量监督管理办法"));
        assertThat(start(APPROVER, pharmacy.id(), pharmacy.etag(), "RECTIFICATION", "2026-12-04")
                        .expect(422)
                        .problem())
                .isEqualTo("procedure-within-limit");
        var devices = accepted(offered(DEVICES, "医疗器械经营监督管理办法第十三条"));
        start(APPROVER, devices.id(), devices.etag(), "RECTIFICATION", "2026-12-04")
                .expect(201);
    }

    @Test
    void a_decision_is_put_off_once_with_reasons_by_the_head_of_the_body() {
        var accepted = accepted(UNREVIEWED);
        assertThat(extend(WINDOW_CLERK, accepted.id(), accepted.etag(), null).status())
                .isEqualTo(403);
        assertThat(send(APPROVER, "/extensions", accepted.id(), accepted.etag(), "{}")
                        .status())
                .isEqualTo(400);
        var extended = extend(APPROVER, accepted.id(), accepted.etag(), null).expect(201);
        assertThat(extended.body().at("/due/on").asString()).isEqualTo("2026-12-24");
        assertThat(extend(APPROVER, accepted.id(), extended.etag(), null)
                        .expect(409)
                        .problem())
                .isEqualTo("extended-already");
        var late = accepted(UNREVIEWED);
        at("2026-12-22");
        assertThat(extend(APPROVER, late.id(), late.etag(), null).expect(409).problem())
                .isEqualTo("extension-too-late");
        var submitted = submitted(UNREVIEWED);
        assertThat(extend(APPROVER, submitted.id(), submitted.etag(), null)
                        .expect(409)
                        .problem())
                .isEqualTo("step-not-allowed");
    }

    @Test
    void a_rest_by_law_is_not_forgotten_when_the_decision_is_put_off() {
        var accepted = accepted(UNREVIEWED);
        at("2026-11-26");
        var rests = send(APPROVER, "/suspensions", accepted.id(), accepted.etag(), """
                {"basis": "医疗器械经营监督管理办法第十三条", "reason": "须待诉讼终结"}""")
                .expect(201);
        at("2026-12-03");
        var resumed = send(APPROVER, "/resumptions", accepted.id(), rests.etag(), "{\"reason\": \"判决已生效\"}")
                .expect(201);
        assertThat(resumed.body().at("/due/on").asString()).isEqualTo("2026-12-17");

        var extended = extend(APPROVER, accepted.id(), resumed.etag(), null).expect(201);

        assertThat(extended.body().at("/due/on").asString()).isEqualTo("2026-12-31");
        assertThat(clock(AGENT, accepted.id())
                        .body()
                        .at("/promised/days/4/pause/label")
                        .asString())
                .isEqualTo("中止");
    }

    @Test
    void time_that_two_things_stop_is_taken_out_once() {
        var accepted = accepted(UNREVIEWED);
        at("2026-11-25");
        var hearing = start(APPROVER, accepted.id(), accepted.etag(), "HEARING", "2026-12-04")
                .expect(201);
        at("2026-11-26");
        var rests = send(APPROVER, "/suspensions", accepted.id(), hearing.etag(), """
                {"basis": "医疗器械经营监督管理办法第十三条", "reason": "须待诉讼终结"}""")
                .expect(201);
        at("2026-12-02");

        var resumed = send(APPROVER, "/resumptions", accepted.id(), rests.etag(), "{\"reason\": \"判决已生效\"}")
                .expect(201);

        assertThat(resumed.body().at("/due/on").asString())
                .as("as with the hearing alone")
                .isEqualTo("2026-12-21");
        assertThat(clock(AGENT, accepted.id()).body().at("/promised/dueOn").asString())
                .isEqualTo("2026-12-21");
    }

    @Test
    void where_several_bodies_handle_it_the_government_approves_fifteen_days() {
        TestCatalog.offers(SEVERAL_BODIES, item -> {
            plain(item);
            item.withObject("/guide")
                    .withObject("/handling")
                    .putObject("severalBodies")
                    .put("mode", "JOINT");
        });
        var accepted = accepted(SEVERAL_BODIES);
        assertThat(extend(APPROVER, accepted.id(), accepted.etag(), null)
                        .expect(422)
                        .problem())
                .isEqualTo("approval-required");
        extend(APPROVER, accepted.id(), accepted.etag(), "郴政批〔2026〕7号").expect(201);
        var extension = clock(AGENT, accepted.id()).body().path("extension");
        assertThat(extension.path("amount").asInt()).isEqualTo(15);
        assertThat(extension.at("/approver/code").asString()).isEqualTo("GOVERNMENT_HEAD");
    }

    @Test
    void a_clock_is_seen_by_whoever_sees_the_application() {
        var accepted = accepted(UNREVIEWED);
        for (var stranger : new Persona[] {OTHER_AGENT, FOREIGN_CLERK}) {
            assertThat(clock(stranger, accepted.id()).status()).isEqualTo(404);
        }
        var draft = calls.create(AGENT, UNREVIEWED, false).expect(201);
        assertThat(clock(AGENT, draft.id()).body().at("/state/code").asString()).isEqualTo("NOT_RUNNING");
    }

    @Test
    void the_handler_is_reminded_at_each_point_once_and_supervision_hears_of_the_end_once() {
        var accepted = accepted(UNREVIEWED);
        var resting = accepted(UNREVIEWED);
        start(APPROVER, resting.id(), resting.etag(), "HEARING", "2026-12-04").expect(201);
        announce.run();
        assertThat(history(accepted.id())).doesNotContain("due-soon");
        at("2026-12-07");
        announce.run();
        announce.run();
        assertThat(history(accepted.id())).containsOnlyOnce("due-soon");
        at("2026-12-10");
        announce.run();
        assertThat(history(accepted.id())).filteredOn("due-soon"::equals).hasSize(2);
        assertThat(history(accepted.id())).doesNotContain("overdue");
        at("2026-12-11");
        announce.run();
        announce.run();
        assertThat(history(accepted.id())).containsOnlyOnce("overdue");
        assertThat(events(accepted.id(), "overdue")).isEqualTo(1);
        assertThat(events(accepted.id(), "due-soon")).isEqualTo(2);
        assertThat(clock(AGENT, accepted.id()).body().at("/state/code").asString())
                .isEqualTo("OVERDUE");
        assertThat(history(resting.id())).doesNotContain("due-soon", "overdue");
    }

    private void at(String day) {
        clock.set(Instant.parse(day + "T02:00:00Z"));
    }

    private int events(String id, String name) {
        return jdbc.sql("SELECT COUNT(*) FROM outbox_event WHERE aggregate_id = ? AND payload LIKE ?")
                .param(id)
                .param("%cn.yiwang.application." + name + ".v1\"%")
                .query(Integer.class)
                .single();
    }

    private List<String> history(String id) {
        return calls.read(AGENT, Calls.ROOT + "/" + id + "/history").body().path("items").values().stream()
                .map((JsonNode entry) -> entry.path("event").asString())
                .toList();
    }

    private Calls.Answer clock(Persona who, String id) {
        return calls.read(who, Calls.ROOT + "/" + id + "/clock");
    }

    private Calls.Answer start(Persona who, String id, String etag, String kind, String until) {
        return send(who, "/special-procedures", id, etag, """
                {"kind": "%s", "until": "%s", "reason": "依法需要"}""".formatted(kind, until));
    }

    private Calls.Answer end(Persona who, String id, String etag, String procedure) {
        return send(who, "/special-procedures/" + procedure + "/results", id, etag, "{\"result\": \"已经完成\"}");
    }

    private Calls.Answer extend(Persona who, String id, String etag, String approval) {
        return send(
                who,
                "/extensions",
                id,
                etag,
                approval == null
                        ? "{\"reason\": \"情况复杂\"}"
                        : "{\"reason\": \"情况复杂\", \"approval\": \"" + approval + "\"}");
    }

    private Calls.Answer send(Persona who, String path, String id, String etag, String body) {
        return calls.send(post(Calls.ROOT + "/" + id + path), who, etag, body);
    }

    private static String offered(String itemCode, String basis) {
        TestCatalog.offers(itemCode, item -> {
            plain(item);
            item.withObject("/guide")
                    .withObject("/timeLimits")
                    .withObject("/statutory")
                    .put("basis", basis);
            item.withObject("/guide")
                    .withArray("specialProcedures")
                    .addObject()
                    .put("kind", "RECTIFICATION")
                    .put("name", "整改")
                    .put("basis", basis)
                    .put("excluded", true);
        });
        return itemCode;
    }

    /** Without required materials, without review, with a document as result. */
    private static void plain(ObjectNode item) {
        var guide = item.withObject("/guide");
        guide.withObject("/handling").putNull("severalBodies");
        guide.withArray("materials").forEach(material -> ((ObjectNode) material).put("necessity", "OPTIONAL"));
        var links = (ArrayNode) guide.path("links");
        for (var i = links.size() - 1; i >= 0; i--) {
            if (links.get(i).path("kind").asString().equals("REVIEW")) {
                links.remove(i);
            }
        }
        guide.withObject("/result").put("kind", "DOCUMENT").putNull("certificateType");
    }
}
