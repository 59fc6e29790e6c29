package cn.yiwang.application.handling;

import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.lifecycle.Mover;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.officer.Staffing;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The rows of applications as steps change them: locked, then updated under their version. */
@Repository
class Applications {

    static final String COLUMNS = """
            a.id, a.public_id, a.number, a.guide_id, a.item_code, a.body, a.division, a.status, a.mover, a.version, a.event_count,
            a.pending_reviews, a.objections, a.due_on, a.statutory_due_on, a.due_provisional, a.due_calendar, a.due_basis,
            a.waiting_since, a.promised_materials, a.committed,
            a.officer, a.reviewers, a.recusals, a.inspections_open""";

    private final JdbcClient jdbc;

    Applications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the application for a step; 404 when it is not there for this actor. */
    Application lock(UUID id, Visibility visible) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM application a WHERE a.public_id = :id AND " + visible.sql()
                        + " FOR UPDATE")
                .param("id", Ids.toBytes(id))
                .params(visible.parameters())
                .query(Applications::read)
                .optional()
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    /** Locks the application of a row that a sweep found; empty while somebody else holds it. */
    Optional<Application> claim(long key) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM application a WHERE a.id = :key FOR UPDATE SKIP LOCKED")
                .param("key", key)
                .query(Applications::read)
                .optional();
    }

    /** Reads the application without locking it; 404 when it is not there for this actor. */
    Application read(UUID id, Visibility visible) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM application a WHERE a.public_id = :id AND " + visible.sql())
                .param("id", Ids.toBytes(id))
                .params(visible.parameters())
                .query(Applications::read)
                .optional()
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    /** Locks the application that asked for a certificate. */
    Optional<Application> lockByCertificateRequest(UUID requestId) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM application a WHERE a.certificate_request_id = :request FOR UPDATE")
                .param("request", Ids.toBytes(requestId))
                .query(Applications::read)
                .optional();
    }

    /** When what is waited on was received: the corrections, else the application. */
    Instant receivedAt(Application application) {
        return jdbc.sql("""
                SELECT COALESCE((SELECT c.handed_in_at FROM correction c WHERE c.application_id = a.id), a.submitted_at) AS received_at
                  FROM application a WHERE a.id = :key
                """)
                .param("key", application.key())
                .query((row, n) -> UtcTime.read(row, "received_at"))
                .single();
    }

    /** Inserts a draft or a submitted application and returns it with its key. */
    Application insert(Application application, NewRow row) {
        KeyHolder key = new GeneratedKeyHolder();
        Due due = application.due();
        jdbc.sql("""
                INSERT INTO application (public_id, number, query_code_hash, guide_id, item_code, body, division, status, mover, version,
                       event_count, applicant_type, applicant_index, applicant_sealed, summary, licence, waiting_since, due_on, statutory_due_on,
                       due_provisional, due_calendar, due_basis, pending_reviews, objections, created_at, submitted_at, updated_at)
                VALUES (:id, :number, :codeHash, :guide, :item, :body, :division, :status, :mover, :version,
                       :events, :type, :index, :sealed, :summary, :licence, :since, :due, :statutory,
                       :provisional, :calendar, :basis, 0, 0, :now, :submitted, :now)
                """)
                .param("id", Ids.toBytes(application.id()))
                .param("number", application.number())
                .param("codeHash", row.queryCodeHash())
                .param("guide", application.guideKey())
                .param("item", application.itemCode())
                .param("body", application.body())
                .param("division", application.division())
                .param("status", application.status().name())
                .param("mover", application.mover().name())
                .param("version", application.version())
                .param("events", application.eventCount())
                .param("type", row.applicantType())
                .param("index", row.applicantIndex())
                .param("sealed", row.applicantSealed())
                .param("summary", row.summary())
                .param("licence", row.licence())
                .param("since", row.waitingSince())
                .param("due", due == null ? null : due.on())
                .param("statutory", due == null ? null : due.statutoryOn())
                .param("provisional", due != null && due.provisional())
                .param("calendar", due == null ? null : due.calendar())
                .param("basis", due == null ? null : due.basis())
                .param("now", UtcTime.of(row.now()))
                .param("submitted", application.status() == Status.DRAFT ? null : UtcTime.of(row.now()))
                .update(key, "id");
        return withKey(application, Objects.requireNonNull(key.getKey()).longValue());
    }

    /**
     * Writes a step: one version and {@code events} events further.
     *
     * @throws StaleVersionException when somebody was faster
     */
    Application write(Application before, Change change, int events, Instant now) {
        String columns = change.columns().keySet().stream()
                .map(column -> ", " + column + " = :" + column)
                .collect(Collectors.joining());
        JdbcClient.StatementSpec update = jdbc.sql("""
                        UPDATE application
                           SET version = version + 1, event_count = event_count + :events, updated_at = :now%s
                         WHERE id = :key AND version = :seen
                        """.formatted(columns))
                .param("events", events)
                .param("now", UtcTime.of(now))
                .param("key", before.key())
                .param("seen", before.version());
        for (var column : change.columns().entrySet()) {
            update = update.param(column.getKey(), column.getValue());
        }
        if (update.update() == 0) {
            throw new StaleVersionException();
        }
        return after(before, change, events);
    }

    static Application read(ResultSet row, int number) throws SQLException {
        return new Application(
                row.getLong("id"),
                Ids.fromBytes(row.getBytes("public_id")),
                row.getString("number"),
                row.getLong("guide_id"),
                row.getString("item_code"),
                row.getString("body"),
                row.getString("division"),
                Status.valueOf(row.getString("status")),
                Mover.valueOf(row.getString("mover")),
                row.getLong("version"),
                row.getInt("event_count"),
                row.getInt("pending_reviews"),
                row.getInt("objections"),
                readDue(row),
                row.getObject("waiting_since", LocalDate.class),
                row.getInt("promised_materials"),
                row.getBoolean("committed"),
                new Staffing(
                        row.getString("officer"),
                        row.getString("reviewers"),
                        row.getInt("recusals"),
                        row.getInt("inspections_open")));
    }

    private static @Nullable Due readDue(ResultSet row) throws SQLException {
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

    private static Application after(Application before, Change change, int events) {
        return new Application(
                before.key(),
                before.id(),
                (String) change.columns().getOrDefault("number", before.number()),
                (long) Objects.requireNonNull(change.columns().getOrDefault("guide_id", before.guideKey())),
                before.itemCode(),
                (String) Objects.requireNonNull(change.columns().getOrDefault("body", before.body())),
                (String) Objects.requireNonNull(change.columns().getOrDefault("division", before.division())),
                change.status(),
                change.mover(),
                before.version() + 1,
                before.eventCount() + events,
                before.pendingReviews(),
                before.objections(),
                change.due(),
                (LocalDate) change.columns().getOrDefault("waiting_since", before.waitingSince()),
                (int) Objects.requireNonNull(
                        change.columns().getOrDefault("promised_materials", before.promisedMaterials())),
                (boolean) Objects.requireNonNull(change.columns().getOrDefault("committed", before.committed())),
                change.mover() == before.mover()
                        ? before.staffing()
                        : before.staffing().atDeskOf(null));
    }

    private static Application withKey(Application a, long key) {
        return new Application(
                key,
                a.id(),
                a.number(),
                a.guideKey(),
                a.itemCode(),
                a.body(),
                a.division(),
                a.status(),
                a.mover(),
                a.version(),
                a.eventCount(),
                a.pendingReviews(),
                a.objections(),
                a.due(),
                a.waitingSince(),
                a.promisedMaterials(),
                a.committed(),
                a.staffing());
    }

    /** What the row holds beyond what steps read. */
    @SuppressWarnings("ArrayRecordComponent") // rows are read and written, never compared
    record NewRow(
            byte @Nullable [] queryCodeHash,
            String applicantType,
            byte[] applicantIndex,
            byte[] applicantSealed,
            @Nullable String summary,
            @Nullable String licence,
            @Nullable LocalDate waitingSince,
            Instant now) {}
}
