package cn.yiwang.application.interruption;

import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.interruption.Interruption.Ground;
import cn.yiwang.application.interruption.Interruption.Kind;
import cn.yiwang.application.lifecycle.Termination;
import cn.yiwang.starter.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of interruptions. They change only while the application's row is locked. */
@Repository
class Interruptions {

    private static final String COLUMNS = """
            kind, cause, basis, reason, began_at, ended_at, end_reason, due_on, statutory_due_on, due_provisional, due_calendar,
            due_basis, waiting_since""";

    private final JdbcClient jdbc;

    Interruptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long applicationKey, Interruption interruption) {
        Due due = interruption.due();
        Termination cause = interruption.cause();
        jdbc.sql("""
                INSERT INTO interruption (application_id, kind, cause, basis, reason, began_at, due_on, statutory_due_on, due_provisional,
                       due_calendar, due_basis, waiting_since)
                VALUES (:application, :kind, :cause, :basis, :reason, :at, :due, :statutory, :provisional, :calendar, :dueBasis, :since)
                """)
                .param("application", applicationKey)
                .param("kind", interruption.kind().name())
                .param("cause", cause == null ? null : cause.name())
                .param("basis", interruption.ground().basis())
                .param("reason", interruption.ground().reason())
                .param("at", UtcTime.of(interruption.beganAt()))
                .param("due", due == null ? null : due.on())
                .param("statutory", due == null ? null : due.statutoryOn())
                .param("provisional", due != null && due.provisional())
                .param("calendar", due == null ? null : due.calendar())
                .param("dueBasis", due == null ? null : due.basis())
                .param("since", interruption.waitingSince())
                .update();
    }

    Optional<Interruption> open(long applicationKey) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM interruption"
                        + " WHERE application_id = :application AND kind = 'SUSPENSION' AND ended_at IS NULL")
                .param("application", applicationKey)
                .query(Interruptions::read)
                .optional();
    }

    void end(long applicationKey, String reason, Instant now) {
        jdbc.sql("""
                UPDATE interruption SET ended_at = :at, end_reason = :reason
                 WHERE application_id = :application AND kind = 'SUSPENSION' AND ended_at IS NULL
                """)
                .param("at", UtcTime.of(now))
                .param("reason", reason)
                .param("application", applicationKey)
                .update();
    }

    /** Oldest first; an application rests a few times at most. */
    List<Interruption> of(long applicationKey, int limit) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM interruption WHERE application_id = :application ORDER BY id LIMIT :limit")
                .param("application", applicationKey)
                .param("limit", limit)
                .query(Interruptions::read)
                .list();
    }

    private static Interruption read(ResultSet row, int number) throws SQLException {
        String cause = row.getString("cause");
        return new Interruption(
                Kind.valueOf(row.getString("kind")),
                cause == null ? null : Termination.valueOf(cause),
                new Ground(row.getString("basis"), row.getString("reason")),
                UtcTime.read(row, "began_at"),
                UtcTime.readNullable(row, "ended_at"),
                row.getString("end_reason"),
                due(row),
                row.getObject("waiting_since", LocalDate.class));
    }

    private static @Nullable Due due(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("due_on", LocalDate.class);
        return on == null
                ? null
                : new Due(
                        on,
                        row.getObject("statutory_due_on", LocalDate.class),
                        row.getBoolean("due_provisional"),
                        row.getString("due_calendar"),
                        row.getString("due_basis"));
    }
}
