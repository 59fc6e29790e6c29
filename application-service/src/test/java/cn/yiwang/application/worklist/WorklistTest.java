package cn.yiwang.application.worklist;

import static cn.yiwang.application.TestCatalog.CANCELLATION;
import static cn.yiwang.application.TestCatalog.QUICK_PHARMACY;
import static cn.yiwang.testsupport.Persona.AGENT;
import static cn.yiwang.testsupport.Persona.APPROVER;
import static cn.yiwang.testsupport.Persona.FOREIGN_CLERK;
import static cn.yiwang.testsupport.Persona.REVIEWER;
import static cn.yiwang.testsupport.Persona.SECOND_REVIEWER;
import static cn.yiwang.testsupport.Persona.WINDOW_CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Persona;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WorklistTest extends ApplicationTest {

    private static final String PATH = "/api/v1/worklist";

    @Test
    void each_step_waits_on_the_list_of_whoever_takes_it() {
        var submitted = submitted(QUICK_PHARMACY);
        assertThat(entry(WINDOW_CLERK, submitted.id()).path("task").asString()).isEqualTo("ACCEPT");
        assertThat(find(FOREIGN_CLERK, submitted.id())).isEmpty();
        assertThat(find(REVIEWER, submitted.id())).isEmpty();

        var accepted =
                calls.accept(WINDOW_CLERK, submitted.id(), submitted.etag()).expect(201);
        assertThat(find(WINDOW_CLERK, submitted.id())).isEmpty();
        var first = entry(REVIEWER, submitted.id());
        var second = entry(SECOND_REVIEWER, submitted.id());
        assertThat(first.path("task").asString()).isEqualTo("REVIEW");
        assertThat(first.path("item").path("name").asString()).isEqualTo("开办药品零售企业许可");

        calls.review(REVIEWER, submitted.id(), first.path("etag").asString(), "APPROVED")
                .expect(201);
        assertThat(find(REVIEWER, submitted.id())).isEmpty();
        var reviewed = calls.review(
                        SECOND_REVIEWER, submitted.id(), second.path("etag").asString(), "APPROVED")
                .expect(201);
        assertThat(accepted.etag()).isNotEqualTo(reviewed.etag());

        var decision = entry(APPROVER, submitted.id());
        assertThat(decision.path("task").asString()).isEqualTo("DECIDE");
        calls.grant(APPROVER, submitted.id(), decision.path("etag").asString()).expect(201);
        assertThat(find(WINDOW_CLERK, submitted.id()))
                .as("the certificate delivers itself")
                .isEmpty();
    }

    @Test
    void a_document_waits_at_the_window_until_it_is_handed_out() {
        var granted = granted();
        var entry = entry(WINDOW_CLERK, granted.id());
        assertThat(entry.path("task").asString()).isEqualTo("DELIVER");
        calls.deliver(WINDOW_CLERK, granted.id(), entry.path("etag").asString()).expect(201);
        assertThat(find(WINDOW_CLERK, granted.id())).isEmpty();
    }

    @Test
    void the_list_is_sorted_by_due_date_and_walked_page_by_page() {
        clock.set(MONDAY.plus(Duration.ofDays(2)));
        var later = submitted(CANCELLATION);
        clock.set(MONDAY);
        var sooner = submitted(CANCELLATION);
        var ids = new ArrayList<String>();
        var dues = new ArrayList<String>();
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            var page = calls.read(WINDOW_CLERK, PATH + "?limit=3" + after.get())
                    .expect(200)
                    .body();
            page.path("items").forEach(item -> {
                ids.add(item.path("applicationId").asString());
                dues.add(item.path("dueOn").asString());
            });
            after = Optional.ofNullable(page.path("next").asString(null)).map(next -> "&after=" + next);
        }
        assertThat(ids).doesNotHaveDuplicates().contains(later.id(), sooner.id());
        assertThat(ids.indexOf(sooner.id())).isLessThan(ids.indexOf(later.id()));
        assertThat(dues).isSorted();
    }

    @Test
    void who_has_two_roles_names_one() {
        var both = WINDOW_CLERK.token().roles(Role.WINDOW_CLERK, Role.REVIEWER).bearer();
        assertThat(statusOf(both, PATH)).isEqualTo(400);
        assertThat(statusOf(both, PATH + "?role=reviewer")).isEqualTo(200);
        assertThat(statusOf(both, PATH + "?role=approver")).isEqualTo(403);
        assertThat(statusOf(both, PATH + "?role=emperor")).isEqualTo(400);
        calls.read(AGENT, PATH).expect(403);
        calls.read(WINDOW_CLERK, PATH + "?after=xxx").expect(400);
    }

    @Test
    void an_applicants_list_is_read_from_its_index() {
        Map<String, Object> plan = jdbc.sql(
                        "EXPLAIN SELECT a.id, a.status FROM application a WHERE a.id < 9 AND a.applicant_index = ? ORDER BY a.id DESC LIMIT 21")
                .param(new byte[32])
                .query()
                .singleRow();
        assertThat(plan.get("key").toString()).isEqualTo("application_of_applicant");
        assertThat(plan.get("Extra").toString()).doesNotContain("filesort");
    }

    private int statusOf(String bearer, String path) {
        return calls.perform(get(path).header("Authorization", bearer), null, null, null)
                .status();
    }

    private JsonNode entry(Persona who, String id) {
        return find(who, id).orElseThrow(() -> new AssertionError(id + " is not on the list of " + who));
    }

    private Optional<JsonNode> find(Persona who, String id) {
        List<JsonNode> items = new ArrayList<>();
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            var page = calls.read(who, PATH + "?limit=100" + after.get())
                    .expect(200)
                    .body();
            StreamSupport.stream(page.path("items").spliterator(), false).forEach(items::add);
            after = Optional.ofNullable(page.path("next").asString(null)).map(next -> "&after=" + next);
        }
        return items.stream()
                .filter(item -> item.path("applicationId").asString().equals(id))
                .findFirst();
    }
}
