package cn.yiwang.catalog.item;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.testsupport.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queries that run all day read by index, whatever the size of the tables. */
@ServiceTest
class QueryPlanTest {

    private static final String ITEM = "11431000MB1938148M300017200500001";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_version_in_force_is_found_by_two_keys() {
        var plan = explain(PublishedVersions.IN_FORCE, Map.of("code", ITEM, "day", "2026-11-22"));
        assertThat(plan).hasSize(2);
        assertThat(plan.getFirst().get("key")).isEqualTo("business_item_code");
        // Which of the item's few versions it looks at first is the optimizer's choice; that it looks at no other
        // item's is ours.
        assertThat(plan.getLast().get("key").toString()).startsWith("guide_version_");
        assertThat(plan).extracting(row -> row.get("type")).doesNotContain("ALL", "index");
        assertThat(explain(PublishedVersions.BY_NUMBER, Map.of("code", ITEM, "version", "1")))
                .extracting(row -> row.get("type"))
                .containsOnly("const");
    }

    @Test
    void what_runs_out_is_found_by_index() {
        assertKeys(GuideVersions.RUNNING_OUT, Map.of("today", "2026-11-22", "limit", 100), "guide_version_running_out");
    }

    @Test
    void comparing_revisions_reads_an_index_alone() {
        assertThat(explain(JdbcPublishedItems.REVISIONS, Map.of()))
                .extracting(row -> row.get("key"), row -> row.get("Extra"))
                .allSatisfy(row -> assertThat(row.toString())
                        .contains("business_item_revision")
                        .contains("Using index"));
    }

    @Test
    void interruptions_are_found_by_index() {
        assertKeys(
                ItemStates.RUNNING_OUT, Map.of("today", "2026-11-22", "limit", 100), "item_interruption_running_out");
        assertKeys(ItemStates.ON_A_DAY, Map.of("item", 1, "day", "2026-11-22"), "item_interruption_on_a_day");
    }

    @Test
    void open_drafts_are_listed_in_the_order_of_their_index() {
        var plan = explain(OpenDrafts.LIST, Map.of("after", 0, "body", "11431000MB1938148M", "limit", 21));
        assertThat(plan).extracting(row -> row.get("type")).doesNotContain("ALL", "index");
    }

    private void assertKeys(String sql, Map<String, ?> parameters, String key) {
        assertThat(explain(sql, parameters)).extracting(row -> row.get("key")).contains(key);
    }

    private List<Map<String, Object>> explain(String sql, Map<String, ?> parameters) {
        return jdbc.sql("EXPLAIN " + sql).params(parameters).query().listOfRows();
    }
}
