package cn.yiwang.application.progress;

import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where an application stands, found by its number. */
@Repository
class Progress {

    private final JdbcClient jdbc;

    Progress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> find(String number) {
        return jdbc.sql("""
                SELECT query_code_hash, status, guide_id, due_on, due_provisional, updated_at FROM application WHERE number = :number
                """).param("number", number).query(Progress::read).optional();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getBytes("query_code_hash"),
                Status.valueOf(row.getString("status")),
                row.getLong("guide_id"),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("due_provisional"),
                UtcTime.read(row, "updated_at"));
    }

    @SuppressWarnings("ArrayRecordComponent") // rows are read and written, never compared
    record Row(
            byte[] queryCodeHash,
            Status status,
            long guideKey,
            @Nullable LocalDate dueOn,
            boolean dueProvisional,
            Instant updatedAt) {}
}
