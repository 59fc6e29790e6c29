package cn.yiwang.application.handling;

import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the history; written with the step, never changed. */
@Repository
class History {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    History(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void addAll(long applicationKey, List<HistoryEntry> entries) {
        String sql = """
                INSERT INTO history (application_id, event, from_status, to_status, actor, actor_type, department, note, due_on, occurred_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        batches.batchUpdate(sql, entries, entries.size(), (row, entry) -> {
            row.setLong(1, applicationKey);
            row.setString(2, entry.event());
            row.setString(3, entry.from().name());
            row.setString(4, entry.to().name());
            row.setString(5, entry.actor());
            row.setString(6, entry.actorType());
            row.setString(7, entry.department());
            row.setString(8, entry.note());
            row.setObject(9, entry.dueOn());
            row.setObject(10, UtcTime.of(entry.at()));
        });
    }

    List<HistoryEntry> of(long applicationKey) {
        return jdbc.sql("""
                SELECT event, from_status, to_status, actor, actor_type, department, note, due_on, occurred_at
                  FROM history WHERE application_id = :application ORDER BY id
                """)
                .param("application", applicationKey)
                .query(History::read)
                .list();
    }

    private static HistoryEntry read(ResultSet row, int number) throws SQLException {
        return new HistoryEntry(
                row.getString("event"),
                Status.valueOf(row.getString("from_status")),
                Status.valueOf(row.getString("to_status")),
                row.getString("actor"),
                row.getString("actor_type"),
                row.getString("department"),
                row.getString("note"),
                row.getObject("due_on", LocalDate.class),
                UtcTime.read(row, "occurred_at"));
    }
}
