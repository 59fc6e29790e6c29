package cn.yiwang.application.handling;

import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the history; written with the step, never changed. */
@Repository
class History {

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement for all entries: a batch of one would be prepared anew by the driver at every call. */
    void addAll(long applicationKey, List<HistoryEntry> entries) {
        String values = String.join(", ", Collections.nCopies(entries.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        List<@Nullable Object> columns = new ArrayList<>();
        for (HistoryEntry entry : entries) {
            columns.add(applicationKey);
            columns.add(entry.event());
            columns.add(entry.from().name());
            columns.add(entry.to().name());
            columns.add(entry.actor());
            columns.add(entry.actorType());
            columns.add(entry.department());
            columns.add(entry.mandate() == null ? null : Ids.toBytes(entry.mandate()));
            columns.add(entry.note());
            columns.add(entry.dueOn());
            columns.add(UtcTime.of(entry.at()));
        }
        jdbc.sql("""
                INSERT INTO history (application_id, event, from_status, to_status, actor, actor_type, department, mandate_id, note, due_on,
                       occurred_at)
                VALUES %s
                """.formatted(values)).params(columns).update();
    }

    List<HistoryEntry> of(long applicationKey) {
        return jdbc.sql("""
                SELECT event, from_status, to_status, actor, actor_type, department, mandate_id, note, due_on, occurred_at
                  FROM history WHERE application_id = :application ORDER BY id
                """)
                .param("application", applicationKey)
                .query(History::read)
                .list();
    }

    private static HistoryEntry read(ResultSet row, int number) throws SQLException {
        byte[] mandate = row.getBytes("mandate_id");
        return new HistoryEntry(
                row.getString("event"),
                Status.valueOf(row.getString("from_status")),
                Status.valueOf(row.getString("to_status")),
                row.getString("actor"),
                row.getString("actor_type"),
                row.getString("department"),
                mandate == null ? null : Ids.fromBytes(mandate),
                row.getString("note"),
                row.getObject("due_on", LocalDate.class),
                UtcTime.read(row, "occurred_at"));
    }
}
