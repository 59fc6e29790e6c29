package cn.yiwang.catalog.transfer;

import cn.yiwang.catalog.transfer.content.Finding;
import cn.yiwang.catalog.transfer.content.Finding.Severity;
import cn.yiwang.catalog.transfer.content.Place;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The findings of imports, in the order in which they were made. */
@Repository
class ImportFindings {

    static final String LIST = """
            SELECT ordinal, severity, code, table_name, line, column_name, cell, arguments
              FROM catalog_import_finding
             WHERE import_id = :import AND ordinal > :after
             ORDER BY ordinal
             LIMIT :limit""";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_COLUMN = 500;
    private static final int LONGEST_ARGUMENT = 500;
    private static final int LONGEST_ARGUMENTS = 4_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ImportFindings(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A finding with its number. */
    record Stored(int ordinal, Finding finding) {}

    void add(long importId, int firstOrdinal, List<Finding> findings) {
        var rows = new ArrayList<Object[]>(findings.size());
        for (var finding : findings) {
            var place = finding.place();
            rows.add(new Object[] {
                importId,
                firstOrdinal + rows.size(),
                finding.severity().name(),
                finding.code(),
                place.table(),
                place.row(),
                shortened(place.column()),
                place.cell(),
                arguments(finding)
            });
        }
        batches.batchUpdate("""
                INSERT INTO catalog_import_finding
                  (import_id, ordinal, severity, code, table_name, line, column_name, cell, arguments)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    List<Stored> list(long importId, int after, int limit) {
        return jdbc.sql(LIST)
                .param("import", importId)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Stored(
                        row.getInt("ordinal"),
                        new Finding(
                                new Place(
                                        row.getString("table_name"),
                                        row.getInt("line"),
                                        row.getString("column_name"),
                                        row.getString("cell")),
                                Severity.valueOf(row.getString("severity")),
                                row.getString("code"),
                                List.of(JSON.readValue(row.getString("arguments"), Object[].class)))))
                .list();
    }

    void clear(long importId) {
        jdbc.sql("DELETE FROM catalog_import_finding WHERE import_id = :import")
                .param("import", importId)
                .update();
    }

    /** What a rule or a parser says may quote half a file. */
    private static String arguments(Finding finding) {
        var json = JSON.writeValueAsString(finding.arguments().stream()
                .map(argument -> argument instanceof String text && text.length() > LONGEST_ARGUMENT
                        ? text.substring(0, LONGEST_ARGUMENT) + "…"
                        : argument)
                .toList());
        return json.length() <= LONGEST_ARGUMENTS ? json : "[]";
    }

    private static String shortened(String column) {
        return column.length() <= LONGEST_COLUMN ? column : column.substring(0, LONGEST_COLUMN);
    }
}
