package cn.yiwang.catalog.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.testsupport.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The queries of files in and out read by key. Of small tables only that keys could be used is asked, for the optimizer may find it
 * cheaper to read them whole.
 */
@ServiceTest
class TransferQueryPlanTest {

    private static final String ITEM = "11431000MB1938148M300017200500001";
    private static final String BODY = "11431000MB1938148M";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void imports_are_listed_in_the_order_of_a_key() {
        assertKeys(Imports.LIST, Map.of("before", Long.MAX_VALUE, "limit", 21), "PRIMARY");
        assertKeys(
                Imports.LIST_OF_BODY,
                Map.of("before", Long.MAX_VALUE, "owner", BODY, "limit", 21),
                "catalog_import_by_owner");
    }

    @Test
    void the_work_to_do_is_found_by_its_state() {
        assertKeys(Imports.NEXT, Map.of("slots", 4, "held", List.of(0, 1)), "catalog_import_by_state");
        var old = Map.of("before", "2026-10-01 00:00:00", "limit", 50);
        assertKeys(Imports.CHECKED_LONG_AGO, old, "catalog_import_by_state");
        assertKeys(Imports.TO_EMPTY, old, "catalog_import_to_empty");
    }

    @Test
    void what_a_file_names_is_looked_up_by_code() {
        var plan = explain(CatalogLookup.ITEMS, Map.of("codes", List.of(ITEM)));
        assertThat(plan)
                .filteredOn(row -> "bi".equals(row.get("table")))
                .singleElement()
                .satisfies(row -> assertThat(row.toString()).contains("business_item_code"));
        assertThat(plan)
                .filteredOn(row -> "gv".equals(row.get("table")))
                .extracting(row -> String.valueOf(row.get("key")))
                .allSatisfy(key -> assertThat(key).startsWith("guide_version_"));
    }

    @Test
    void an_export_reads_a_range_of_codes() {
        var page = Map.of("after", BODY, "end", BODY + "~", "body", BODY, "limit", 200, "day", "2026-11-22");
        for (var sql : List.of(ExportCatalog.IN_FORCE, ExportCatalog.LATEST)) {
            assertThat(explain(sql, page))
                    .filteredOn(row -> "bi".equals(row.get("table")))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(String.valueOf(row.get("possible_keys"))).contains("business_item_code"));
        }
    }

    @Test
    void findings_are_read_from_where_the_reader_stopped() {
        assertKeys(ImportFindings.LIST, Map.of("import", 1, "after", 0, "limit", 21), "PRIMARY");
    }

    @Test
    void applying_reads_the_range_and_finds_the_rest_by_key() {
        var range = Map.of("import", 1, "first", 1, "last", 1_000);
        assertThat(explain(AppliedItems.CHANGED, range))
                .filteredOn(row -> List.of("s", "bi", "gv").contains(String.valueOf(row.get("table"))))
                .extracting(row -> String.valueOf(row.get("possible_keys")))
                .allSatisfy(keys -> assertThat(keys).isNotEqualTo("null"));
    }

    private void assertKeys(String sql, Map<String, ?> parameters, String key) {
        assertThat(explain(sql, parameters))
                .extracting(row -> row.get("possible_keys") + " " + row.get("key"))
                .allSatisfy(keys -> assertThat(keys).contains(key));
    }

    private List<Map<String, Object>> explain(String sql, Map<String, ?> parameters) {
        return jdbc.sql("EXPLAIN " + sql).params(parameters).query().listOfRows();
    }
}
