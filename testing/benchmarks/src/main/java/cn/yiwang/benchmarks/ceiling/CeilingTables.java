package cn.yiwang.benchmarks.ceiling;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Empty copies of the tables that a lifecycle writes, with all their indexes, beside the originals. */
final class CeilingTables {

    private static final List<String> COPIED =
            List.of("application", "review_task", "history", "outbox_event", "audit_entry", "idempotency_key");

    private CeilingTables() {}

    static String name(String table) {
        return "ceiling_" + table;
    }

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : COPIED) {
                statement.execute("DROP TABLE IF EXISTS " + name(table));
                statement.execute("CREATE TABLE " + name(table) + " LIKE " + table);
            }
        }
    }
}
