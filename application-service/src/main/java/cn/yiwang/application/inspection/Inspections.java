package cn.yiwang.application.inspection;

import cn.yiwang.application.inspection.Inspection.Kind;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of inspections. They only change while the application's row is locked. */
@Repository
class Inspections {

    private static final String COLUMNS = """
            public_id, department, kind, held_on, place, findings, passed, first_officer, second_officer, recorded_at, confirmed_at""";

    private final JdbcClient jdbc;

    Inspections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long applicationKey, Inspection inspection) {
        jdbc.sql("""
                INSERT INTO inspection (public_id, application_id, department, kind, held_on, place, findings, passed, first_officer,
                       second_officer, recorded_at)
                VALUES (:id, :application, :department, :kind, :on, :place, :findings, :passed, :first, :second, :now)
                """)
                .param("id", Ids.toBytes(inspection.id()))
                .param("application", applicationKey)
                .param("department", inspection.department())
                .param("kind", inspection.kind().name())
                .param("on", inspection.heldOn())
                .param("place", inspection.place())
                .param("findings", inspection.findings())
                .param("passed", inspection.passed())
                .param("first", inspection.firstOfficer())
                .param("second", inspection.secondOfficer())
                .param("now", UtcTime.of(inspection.recordedAt()))
                .update();
    }

    Optional<Inspection> find(long applicationKey, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM inspection WHERE public_id = :id AND application_id = :application")
                .param("id", Ids.toBytes(id))
                .param("application", applicationKey)
                .query(Inspections::read)
                .optional();
    }

    List<Inspection> of(long applicationKey) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM inspection WHERE application_id = :application ORDER BY id")
                .param("application", applicationKey)
                .query(Inspections::read)
                .list();
    }

    void confirm(UUID id, Instant now) {
        jdbc.sql("UPDATE inspection SET confirmed_at = :now WHERE public_id = :id")
                .param("now", UtcTime.of(now))
                .param("id", Ids.toBytes(id))
                .update();
    }

    private static Inspection read(ResultSet row, int number) throws SQLException {
        return new Inspection(
                Ids.fromBytes(row.getBytes("public_id")),
                row.getString("department"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("held_on", LocalDate.class),
                row.getString("place"),
                row.getString("findings"),
                row.getBoolean("passed"),
                row.getString("first_officer"),
                row.getString("second_officer"),
                UtcTime.read(row, "recorded_at"),
                UtcTime.readNullable(row, "confirmed_at"));
    }
}
