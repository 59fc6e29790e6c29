package cn.yiwang.application.worklist;

import cn.yiwang.application.lifecycle.Mover;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for the staff of a body and division, soonest due first. Each query is answered by one index alone. */
@Repository
class Worklist {

    /**
     * Body and division are what makes an application visible to officials of the competent body; drafts have another mover. The second
     * query is the other half of the same predicate: what a department was asked.
     */
    static final String OF_APPLICATIONS = """
            SELECT a.id, a.public_id, a.number, a.status, a.version, a.guide_id, a.due_on, a.due_provisional, a.submitted_at AS since
              FROM application a
             WHERE a.body = :body AND a.division = :division AND a.mover = :mover
               AND a.due_on >= :due AND (a.due_on > :due OR a.id > :key)
             ORDER BY a.due_on, a.id
             LIMIT :limit
            """;

    static final String OF_REVIEWS = """
            SELECT t.id, t.application_public_id AS public_id, t.number, CASE t.stage WHEN 'CHECK' THEN 'SUBMITTED' ELSE 'UNDER_REVIEW' END AS status, t.changed_version AS version, t.guide_id,
                   t.due_on, t.due_provisional, t.created_at AS since
              FROM review_task t
             WHERE t.department = :body AND t.division = :division AND t.status = 'OPEN'
               AND t.due_on >= :due AND (t.due_on > :due OR t.id > :key)
             ORDER BY t.due_on, t.id
             LIMIT :limit
            """;

    private final JdbcClient jdbc;

    Worklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most {@code limit} entries behind a position. */
    List<WorklistEntry> of(Actor actor, Role role, LocalDate due, long key, int limit) {
        JdbcClient.StatementSpec query = role == Role.REVIEWER
                ? jdbc.sql(OF_REVIEWS)
                : jdbc.sql(OF_APPLICATIONS).param("mover", mover(role).name());
        return query.param("body", actor.department())
                .param("division", actor.division())
                .param("due", due)
                .param("key", key)
                .param("limit", limit)
                .query(Worklist::read)
                .list();
    }

    private static Mover mover(Role role) {
        return role == Role.APPROVER ? Mover.APPROVER : Mover.WINDOW_CLERK;
    }

    private static WorklistEntry read(ResultSet row, int number) throws SQLException {
        return new WorklistEntry(
                row.getLong("id"),
                Ids.fromBytes(row.getBytes("public_id")),
                Objects.requireNonNull(row.getString("number")),
                Status.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getLong("guide_id"),
                Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                row.getBoolean("due_provisional"),
                UtcTime.readNullable(row, "since"));
    }
}
