package cn.yiwang.application.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.handling.ApplicationTest;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.identity.SubjectType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The plans of the worklists among ten thousand applications of one body, so that the optimizer has something to choose. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorklistPlansTest extends ApplicationTest {

    private static final String BODY = "11431000MBPLAN0001";
    private static final String ITEM = "11431000MB1938148M300017200500099";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String DIGITS =
            "(SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6"
                    + " UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)";
    private static final String NUMBERS = "(SELECT w.d * 1000 + x.d * 100 + y.d * 10 + z.d AS i FROM " + DIGITS + " w, "
            + DIGITS + " x, " + DIGITS + " y, " + DIGITS + " z) n";

    @BeforeAll
    void fill() {
        jdbc.sql("""
                INSERT INTO application (public_id, number, guide_id, item_code, body, division, status, mover, version, event_count,
                       applicant_type, applicant_index, applicant_sealed, due_on, due_provisional, pending_reviews, objections,
                       created_at, submitted_at, updated_at, officer)
                SELECT UNHEX(CONCAT('99', LPAD(HEX(n.i), 30, '0'))), CONCAT('PLAN', n.i), 1, :item, :body, '431000', 'GRANTED',
                       'WINDOW_CLERK', 1, 1, 'ORGANIZATION', REPEAT('x', 32), 'x', DATE '2026-11-01' + INTERVAL (n.i %% 60) DAY,
                       FALSE, 0, 0, NOW(6), NOW(6), NOW(6), CASE WHEN n.i %% 500 = 0 THEN 'planner' END
                  FROM %s
                """.formatted(NUMBERS)).param("item", ITEM).param("body", BODY).update();
        jdbc.sql("""
                INSERT INTO review_task (public_id, application_id, application_public_id, number, guide_id, department, division, name,
                       status, changed_version, due_on, due_provisional, created_at, officer)
                SELECT UNHEX(CONCAT('98', LPAD(HEX(n.i), 30, '0'))), 900000000 + n.i, REPEAT('y', 16), CONCAT('PLAN', n.i), 1, :body,
                       '431000', 'x', 'OPEN', 1, DATE '2026-11-01' + INTERVAL (n.i %% 60) DAY, FALSE, NOW(6),
                       CASE WHEN n.i %% 500 = 0 THEN 'planner' END
                  FROM %s
                """.formatted(NUMBERS)).param("body", BODY).update();
        jdbc.sql("ANALYZE TABLE application, review_task").query().listOfRows();
    }

    @AfterAll
    void clear() {
        jdbc.sql("DELETE FROM application WHERE body = ?").param(BODY).update();
        jdbc.sql("DELETE FROM review_task WHERE department = ?").param(BODY).update();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"WINDOW_CLERK", "REVIEWER", "APPROVER"})
    void an_unfiltered_list_is_answered_by_one_index_alone(Role desk) {
        var plan = explain(desk, Filter.NONE);
        assertThat(plan.get("key").toString()).endsWith("_worklist");
        assertThat(plan.get("Extra").toString())
                .contains("Using index")
                .doesNotContain("filesort")
                .doesNotContain("temporary");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "WINDOW_CLERK, SUBMITTED, -, -, false, application_worklist",
                "WINDOW_CLERK, -, 11431000MB1938148M300017200500099, -, false, application_of_item",
                "WINDOW_CLERK, -, -, planner, false, application_of_officer",
                "WINDOW_CLERK, -, -, none, true, application_of_officer",
                "WINDOW_CLERK, SUBMITTED, 11431000MB1938148M300017200500099, planner, true, application_of_officer",
                "WINDOW_CLERK, -, -, -, true, application_worklist",
                "APPROVER, -, -, me, false, application_of_officer",
                "REVIEWER, UNDER_REVIEW, -, -, false, review_task_worklist",
                "REVIEWER, -, 11431000MB1938148M300017200500099, -, true, review_task_worklist",
                "REVIEWER, -, -, planner, false, review_task_of_officer",
                "REVIEWER, -, -, none, false, review_task_of_officer",
            })
    void every_filter_is_read_in_the_order_of_its_index(
            Role desk, Status status, String item, String officer, boolean overdue, String index) {
        var plan = explain(desk, new Filter(status, item, officer, null, overdue));
        assertThat(plan.get("key").toString()).isEqualTo(index);
        assertThat(String.valueOf(plan.get("Extra"))).doesNotContain("filesort").doesNotContain("temporary");
    }

    private Map<String, Object> explain(Role desk, Filter filter) {
        var sql = new WorklistSql(clerk(desk), desk, filter, List.of(1L), TODAY);
        return jdbc.sql("EXPLAIN " + sql.page())
                .params(sql.parameters())
                .param("due", TODAY.minusDays(10))
                .param("key", 7)
                .param("limit", 21)
                .query()
                .singleRow();
    }

    private static Actor clerk(Role role) {
        return new Actor(
                "planner", "planner", SubjectType.STAFF, null, null, null, BODY, "431000", Set.of(role), Set.of(), 4);
    }
}
