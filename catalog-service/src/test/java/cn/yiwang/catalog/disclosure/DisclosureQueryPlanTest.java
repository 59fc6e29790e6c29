package cn.yiwang.catalog.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.testsupport.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queries that run all day read by index. */
@ServiceTest
class DisclosureQueryPlanTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_public_lists_and_the_sweeps_read_no_whole_table() {
        var day = Map.of("today", "2026-11-22", "limit", 21);
        for (var sql : List.of(
                Documents.COLUMNS + PublicDocuments.IN_VALIDITY + PublicDocuments.NEWEST_FIRST,
                Documents.RUNNING_OUT,
                Documents.TO_ARCHIVE)) {
            assertThat(jdbc.sql("EXPLAIN " + sql).params(day).query().listOfRows())
                    .filteredOn(row -> "d".equals(row.get("table")) || "disclosure_document".equals(row.get("table")))
                    .extracting(row -> String.valueOf(row.get("key")))
                    .allSatisfy(key -> assertThat(key).startsWith("disclosure_document_"));
        }
    }

    @Test
    void a_search_by_words_reads_no_whole_table() {
        var sql = Documents.COLUMNS
                + PublicDocuments.IN_VALIDITY
                + PublicDocuments.WITH_WORD.formatted("= '冷链'")
                + PublicDocuments.NEWEST_FIRST;
        assertThat(jdbc.sql("EXPLAIN " + sql)
                        .params(Map.of("today", "2026-11-22", "limit", 21))
                        .query()
                        .listOfRows())
                .filteredOn(row -> !"b".equals(row.get("table")))
                .allSatisfy(row -> assertThat(row.get("key")).as(row.toString()).isNotNull());
    }
}
