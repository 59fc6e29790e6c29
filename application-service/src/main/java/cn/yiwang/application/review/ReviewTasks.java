package cn.yiwang.application.review;

import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.lifecycle.Outcome;
import cn.yiwang.application.review.ReviewTask.Stage;
import cn.yiwang.application.review.ReviewTask.State;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of review tasks. They only change while the application's row is locked. */
@Component
public class ReviewTasks {

    private static final String COLUMNS = """
            public_id, department, name, status, changed_version, opinion, answered_at, due_on, due_provisional, stage,
            escalation_reason""";

    private final JdbcClient jdbc;

    ReviewTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement for all tasks of an acceptance. */
    public void addAll(ReviewedCase asked, List<ReviewTask> tasks, Instant now) {
        String values =
                String.join(", ", Collections.nCopies(tasks.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        List<@Nullable Object> columns = new ArrayList<>();
        for (ReviewTask task : tasks) {
            columns.add(Ids.toBytes(task.id()));
            columns.add(asked.key());
            columns.add(Ids.toBytes(asked.id()));
            columns.add(asked.number());
            columns.add(asked.guideKey());
            columns.add(task.department());
            columns.add(asked.division());
            columns.add(task.name());
            columns.add(task.state().name());
            columns.add(task.changedVersion());
            columns.add(task.dueOn());
            columns.add(task.dueProvisional());
            columns.add(UtcTime.of(now));
            columns.add(task.stage().name());
        }
        jdbc.sql("""
                INSERT INTO review_task (public_id, application_id, application_public_id, number, guide_id, department, division, name,
                       status, changed_version, due_on, due_provisional, created_at, stage)
                VALUES %s
                """.formatted(values)).params(columns).update();
    }

    /**
     * Answers the open task of a department, unless it changed after the version that the caller saw or lies on another desk.
     *
     * @return whether there was such a task
     */
    public boolean answer(ReviewedCase asked, String department, long seen, Answer answer, String deskOf) {
        return jdbc.sql("""
                UPDATE review_task
                   SET status = :status, opinion = :opinion, answered_by = :by, answered_at = :at, changed_version = :version
                 WHERE application_id = :application AND department = :department AND status = 'OPEN' AND changed_version <= :seen
                   AND (officer IS NULL OR officer = :desk)
                """)
                        .param("status", State.of(answer.outcome()).name())
                        .param("opinion", answer.opinion())
                        .param("by", answer.by())
                        .param("at", UtcTime.of(answer.at()))
                        .param("version", asked.version() + 1)
                        .param("application", asked.key())
                        .param("department", department)
                        .param("seen", seen)
                        .param("desk", deskOf)
                        .update()
                == 1;
    }

    /** On whose desk the open task of a department lies. */
    public Optional<String> officerOf(long applicationKey, String department) {
        return jdbc.sql("""
                SELECT officer FROM review_task
                 WHERE application_id = :application AND department = :department AND status = 'OPEN' AND officer IS NOT NULL
                """)
                .param("application", applicationKey)
                .param("department", department)
                .query(String.class)
                .optional();
    }

    /** Gives what lies on an officer's desk back to the pool. */
    public void release(long applicationKey, String officer) {
        jdbc.sql("""
                UPDATE review_task SET officer = NULL
                 WHERE application_id = :application AND officer = :officer AND status = 'OPEN'
                """)
                .param("application", applicationKey)
                .param("officer", officer)
                .update();
    }

    /**
     * Notes that a department has looked through the materials, unless its task changed after the version that the caller saw.
     *
     * @return whether there was such a task
     */
    public boolean check(ReviewedCase asked, String department, long seen) {
        return jdbc.sql("""
                UPDATE review_task SET status = 'CHECKED', changed_version = :version
                 WHERE application_id = :application AND department = :department AND status = 'OPEN' AND stage = 'CHECK'
                   AND changed_version <= :seen
                """)
                        .param("version", asked.version() + 1)
                        .param("application", asked.key())
                        .param("department", department)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** Lets the review of a department begin that looked through the materials before, or was to. */
    public void begin(ReviewedCase accepted, String department, Due due, Instant now) {
        jdbc.sql("""
                UPDATE review_task
                   SET status = 'OPEN', stage = 'REVIEW', changed_version = :version, due_on = :on, due_provisional = :provisional,
                       created_at = :now
                 WHERE application_id = :application AND department = :department AND stage = 'CHECK'
                """)
                .param("version", accepted.version())
                .param("on", due.on())
                .param("provisional", due.provisional())
                .param("now", UtcTime.of(now))
                .param("application", accepted.key())
                .param("department", department)
                .update();
    }

    /** Goes on without a department; its task must be open. */
    public void escalate(ReviewedCase asked, String department, String by, String reason) {
        jdbc.sql("""
                UPDATE review_task
                   SET status = 'ESCALATED', escalated_by = :by, escalation_reason = :reason, changed_version = :version
                 WHERE application_id = :application AND department = :department AND status = 'OPEN'
                """)
                .param("by", by)
                .param("reason", reason)
                .param("version", asked.version() + 1)
                .param("application", asked.key())
                .param("department", department)
                .update();
    }

    public void cancelOpen(ReviewedCase asked) {
        jdbc.sql("""
                UPDATE review_task SET status = 'CANCELLED', changed_version = :version
                 WHERE application_id = :application AND status IN ('OPEN', 'CHECKED')
                """)
                .param("version", asked.version() + 1)
                .param("application", asked.key())
                .update();
    }

    public Optional<ReviewTask> find(long applicationKey, String department) {
        return jdbc.sql(
                        "SELECT " + COLUMNS
                                + " FROM review_task WHERE application_id = :application AND department = :department FOR UPDATE")
                .param("application", applicationKey)
                .param("department", department)
                .query(ReviewTasks::read)
                .optional();
    }

    public List<ReviewTask> of(long applicationKey) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM review_task WHERE application_id = :application ORDER BY id")
                .param("application", applicationKey)
                .query(ReviewTasks::read)
                .list();
    }

    public void moveDue(ReviewedCase asked, String department, LocalDate on, boolean provisional) {
        jdbc.sql("""
                UPDATE review_task SET due_on = :on, due_provisional = :provisional
                 WHERE application_id = :application AND department = :department AND status = 'OPEN'
                """)
                .param("on", on)
                .param("provisional", provisional)
                .param("application", asked.key())
                .param("department", department)
                .update();
    }

    private static ReviewTask read(ResultSet row, int number) throws SQLException {
        return new ReviewTask(
                Ids.fromBytes(row.getBytes("public_id")),
                row.getString("department"),
                row.getString("name"),
                State.valueOf(row.getString("status")),
                row.getLong("changed_version"),
                row.getString("opinion"),
                UtcTime.readNullable(row, "answered_at"),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("due_provisional"),
                Stage.valueOf(row.getString("stage")),
                row.getString("escalation_reason"));
    }

    /** What a department says, and who says it for it. */
    public record Answer(Outcome outcome, @Nullable String opinion, String by, Instant at) {}
}
