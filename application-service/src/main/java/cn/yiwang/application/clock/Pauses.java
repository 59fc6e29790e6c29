package cn.yiwang.application.clock;

import cn.yiwang.application.deadline.PauseCause;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of special procedures. They change only while the application's row is locked. */
@Repository
class Pauses {

    private final JdbcClient jdbc;

    Pauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void start(long applicationKey, SpecialProcedure procedure, String by) {
        jdbc.sql("""
                INSERT INTO special_procedure (public_id, application_id, kind, name, basis, began_on, announced_until, reason, started_by)
                VALUES (:id, :application, :kind, :name, :basis, :began, :until, :reason, :by)
                """)
                .param("id", Ids.toBytes(procedure.id()))
                .param("application", applicationKey)
                .param("kind", procedure.kind().name())
                .param("name", procedure.name())
                .param("basis", procedure.basis())
                .param("began", procedure.beganOn())
                .param("until", procedure.announcedUntil())
                .param("reason", procedure.reason())
                .param("by", by)
                .update();
    }

    void end(long applicationKey, UUID id, LocalDate on, String result, String by) {
        jdbc.sql("""
                UPDATE special_procedure SET ended_on = :on, result = :result, ended_by = :by
                 WHERE public_id = :id AND application_id = :application AND ended_on IS NULL
                """)
                .param("on", on)
                .param("result", result)
                .param("by", by)
                .param("id", Ids.toBytes(id))
                .param("application", applicationKey)
                .update();
    }

    /** Oldest first; an application has a handful. */
    List<SpecialProcedure> of(long applicationKey) {
        return jdbc.sql("""
                SELECT public_id, kind, name, basis, began_on, announced_until, reason, ended_on, result
                  FROM special_procedure WHERE application_id = :application ORDER BY id
                """)
                .param("application", applicationKey)
                .query(Pauses::read)
                .list();
    }

    private static SpecialProcedure read(ResultSet row, int number) throws SQLException {
        return new SpecialProcedure(
                Ids.fromBytes(row.getBytes("public_id")),
                PauseCause.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("basis"),
                row.getObject("began_on", LocalDate.class),
                row.getObject("announced_until", LocalDate.class),
                row.getString("reason"),
                row.getObject("ended_on", LocalDate.class),
                row.getString("result"));
    }
}
