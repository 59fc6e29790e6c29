package cn.yiwang.application.worklist;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.FOREIGN_CLERK;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.handling.Calls;
import cn.yiwang.testsupport.Persona;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorklistFiltersTest extends ApplicationTest {

    private static final String PATH = "/api/v1/worklist";

    @Test
    void a_list_is_narrowed_to_an_item_an_officer_and_a_day() {
        var mine = submitted(CANCELLATION);
        var pool = submitted(QUICK_PHARMACY);
        claim(WINDOW_CLERK, mine.id());
        assertThat(ids(WINDOW_CLERK, "item=" + CANCELLATION))
                .contains(mine.id())
                .doesNotContain(pool.id());
        assertThat(ids(WINDOW_CLERK, "officer=me")).contains(mine.id()).doesNotContain(pool.id());
        assertThat(ids(WINDOW_CLERK, "officer=none")).contains(pool.id()).doesNotContain(mine.id());
        assertThat(ids(WINDOW_CLERK, "officer=window-clerk&status=SUBMITTED")).contains(mine.id());
        assertThat(ids(WINDOW_CLERK, "officer=window-clerk&status=GRANTED")).isEmpty();
        assertThat(ids(WINDOW_CLERK, "officer=me&dueBefore=2026-11-30")).isEmpty();
        assertThat(ids(WINDOW_CLERK, "officer=me&dueBefore=2026-12-01")).contains(mine.id());
        assertThat(ids(WINDOW_CLERK, "officer=me&overdue=true")).isEmpty();
        clock.set(MONDAY.plus(Duration.ofDays(8)));
        assertThat(ids(WINDOW_CLERK, "officer=me&overdue=true")).contains(mine.id());
        assertThat(ids(FOREIGN_CLERK, "officer=window-clerk")).isEmpty();
    }

    @Test
    void a_reviewers_list_tells_checks_from_reviews() {
        var accepted = accepted(QUICK_PHARMACY);
        var submitted = submitted(QUICK_PHARMACY);
        calls.send(post(Calls.ROOT + "/" + submitted.id() + "/consultations"), WINDOW_CLERK, submitted.etag(), null)
                .expect(201);
        assertThat(ids(SECOND_REVIEWER, "status=SUBMITTED"))
                .contains(submitted.id())
                .doesNotContain(accepted.id());
        assertThat(ids(SECOND_REVIEWER, "status=UNDER_REVIEW&item=" + QUICK_PHARMACY))
                .contains(accepted.id())
                .doesNotContain(submitted.id());
        assertThat(ids(SECOND_REVIEWER, "item=" + CANCELLATION)).isEmpty();
        calls.read(SECOND_REVIEWER, PATH + "?status=GRANTED").expect(400);
    }

    @Test
    void counts_follow_the_filters_and_are_capped() {
        var before = count("officer=me");
        claim(WINDOW_CLERK, submitted(CANCELLATION).id());
        assertThat(count("officer=me")).isEqualTo(before + 1);
        var counts = calls.read(WINDOW_CLERK, PATH + "/counts").expect(200).body();
        assertThat(counts.path("mine").path("count").asInt()).isEqualTo(before + 1);
        assertThat(counts.path("total").path("count").asInt())
                .isGreaterThanOrEqualTo(counts.path("pool").path("count").asInt());
        assertThat(WorklistController.Count.of(1000)).isEqualTo(new WorklistController.Count(999, true));
        assertThat(WorklistController.Count.of(999)).isEqualTo(new WorklistController.Count(999, false));
        calls.read(AGENT, PATH + "/counts").expect(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status=NONE", "item=abc", "dueBefore=yesterday", "overdue=perhaps", "officer=", "role=emperor"})
    void a_filter_that_says_nothing_sensible_is_refused(String query) {
        for (var route : List.of("", "/counts", "/export")) {
            calls.read(WINDOW_CLERK, PATH + route + "?" + query).expect(400);
        }
    }

    @Test
    void an_export_shows_what_the_list_shows_and_goes_on_record() throws IOException {
        var mine = submitted(CANCELLATION);
        claim(WINDOW_CLERK, mine.id());
        var file = calls.read(WINDOW_CLERK, PATH + "/export?officer=me").expect(200);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file.bytes()))) {
            var cells = new ArrayList<String>();
            workbook.getSheetAt(0).forEach(row -> row.forEach(cell -> cells.add(cell.getStringCellValue())));
            assertThat(cells).contains("办件编号", mine.number(), CANCELLATION, "郴州安康大药房有限公司（示例）", "受理", "2026-11-30");
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'export-worklist' AND object_id = ?")
                        .param(Persona.LEAD_BODY)
                        .query(Integer.class)
                        .single())
                .isPositive();
        calls.read(AGENT, PATH + "/export").expect(403);
        calls.read(REVIEWER, PATH + "/export?role=approver").expect(403);
    }

    @Test
    void everybody_keeps_filters_of_their_own() {
        var body = "{\"name\": \"本人逾期\", \"officer\": \"me\", \"overdue\": true}";
        var saved =
                calls.send(post(PATH + "/filters"), WINDOW_CLERK, null, body).expect(201);
        assertThat(calls.send(post(PATH + "/filters"), WINDOW_CLERK, null, body)
                        .expect(409)
                        .problem())
                .isEqualTo("filter-name-taken");
        assertThat(calls.read(WINDOW_CLERK, PATH + "/filters").body().toString())
                .contains("本人逾期");
        assertThat(calls.read(REVIEWER, PATH + "/filters").body().toString()).doesNotContain("本人逾期");
        calls.perform(delete(PATH + "/filters/" + saved.id()), REVIEWER, null, null)
                .expect(404);
        calls.perform(delete(PATH + "/filters/" + saved.id()), WINDOW_CLERK, null, null)
                .expect(204);
        calls.send(post(PATH + "/filters"), REVIEWER, null, "{\"name\": \"x\", \"status\": \"GRANTED\"}")
                .expect(400);
        calls.send(post(PATH + "/filters"), AGENT, null, body).expect(403);
        for (var i = 0; i < 20; i++) {
            calls.send(post(PATH + "/filters"), FOREIGN_CLERK, null, "{\"name\": \"" + i + "\"}")
                    .expect(201);
        }
        assertThat(calls.send(post(PATH + "/filters"), FOREIGN_CLERK, null, "{\"name\": \"20\"}")
                        .expect(409)
                        .problem())
                .isEqualTo("too-many-filters");
    }

    private int count(String query) {
        return calls.read(WINDOW_CLERK, PATH + "/counts?" + query)
                .expect(200)
                .body()
                .path("total")
                .path("count")
                .asInt();
    }

    private void claim(Persona who, String id) {
        var body = "{\"action\": \"CLAIM\", \"applications\": [\"" + id + "\"]}";
        assertThat(calls.send(post(PATH + "/assignments"), who, null, body)
                        .expect(201)
                        .body()
                        .toString())
                .contains("DONE");
    }

    private List<String> ids(Persona who, String query) {
        var ids = new ArrayList<String>();
        String after = "";
        while (after != null) {
            var page = calls.read(who, PATH + "?limit=100&" + query + after)
                    .expect(200)
                    .body();
            page.path("items")
                    .forEach(item -> ids.add(item.path("applicationId").asString()));
            var next = page.path("next").asString(null);
            after = next == null ? null : "&after=" + next;
        }
        return ids;
    }
}
