package cn.yiwang.complaint.workorder;

import cn.yiwang.complaint.lifecycle.Kind;
import cn.yiwang.complaint.lifecycle.Status;
import cn.yiwang.complaint.limit.HandlingLimits.Due;
import cn.yiwang.complaint.workorder.WorkOrder.CallBack;
import cn.yiwang.complaint.workorder.WorkOrder.Filing;
import cn.yiwang.complaint.workorder.WorkOrder.Handling;
import cn.yiwang.starter.database.UtcTime;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The table {@code work_order}. */
@Repository
class WorkOrders {

    private static final String INSERT = """
            INSERT INTO work_order (public_id, number, query_code_hash, kind, channel, status, version, event_count, secret,
              reply_wanted, matter_sealed, phone_index, filed_by, intake_division, round, due_provisional, call_backs,
              filed_at, updated_at)
            VALUES (:publicId, :number, :queryCodeHash, :kind, :channel, :status, :version, :eventCount, :secret,
              :replyWanted, :matter, :phone, :filedBy, :division, 0, FALSE, 0, :filedAt, :filedAt)
            """;
    private static final String UPDATE = """
            UPDATE work_order SET status = :status, version = :version, event_count = :eventCount, round = :round,
              body = :body, body_name = :bodyName, body_division = :bodyDivision, due_on = :dueOn,
              due_provisional = :dueProvisional, due_calendar = :dueCalendar, due_basis = :dueBasis,
              answer_sealed = :answer, call_backs = :callBacks, call_back_outcome = :outcome,
              satisfaction = :satisfaction, closing_ground_sealed = :ground, updated_at = :updatedAt
            WHERE id = :id AND version = :was
            """;

    private final JdbcClient jdbc;
    private final SealedText sealed;

    WorkOrders(JdbcClient jdbc, SealedText sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    /** Stores a new work order and returns it with the id of its row. */
    WorkOrder add(WorkOrder order, byte[] queryCodeHash) {
        Filing filing = order.filing();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(INSERT)
                .param("publicId", Ids.toBytes(order.publicId()))
                .param("number", order.number())
                .param("queryCodeHash", queryCodeHash)
                .param("kind", filing.kind().name())
                .param("channel", filing.channel().name())
                .param("status", order.status().name())
                .param("version", order.version())
                .param("eventCount", order.eventCount())
                .param("secret", filing.secret())
                .param("replyWanted", filing.replyWanted())
                .param("matter", sealed.matter(filing.matter()))
                .param("phone", sealed.phoneIndex(filing.matter()))
                .param("filedBy", filing.filedBy())
                .param("division", filing.intakeDivision())
                .param("filedAt", UtcTime.of(filing.filedAt()))
                .update(key, "id");
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("The database gave the work order no id");
        }
        return new WorkOrder(
                id.longValue(),
                order.publicId(),
                order.number(),
                filing,
                order.status(),
                order.version(),
                order.eventCount(),
                null,
                CallBack.NONE,
                null,
                order.updatedAt());
    }

    /**
     * Stores the next version.
     *
     * @throws StaleVersionException when somebody else stored one first
     */
    void update(WorkOrder order) {
        Handling handling = order.handling();
        CallBackOutcome outcome = order.callBack().outcome();
        int rows = jdbc.sql(UPDATE)
                .param("status", order.status().name())
                .param("version", order.version())
                .param("eventCount", order.eventCount())
                .param("round", handling == null ? 0 : handling.round())
                .param("body", handling == null ? null : handling.body())
                .param("bodyName", handling == null ? null : handling.bodyName())
                .param("bodyDivision", handling == null ? null : handling.division())
                .param("dueOn", handling == null ? null : handling.due().on())
                .param("dueProvisional", handling != null && handling.due().provisional())
                .param("dueCalendar", handling == null ? null : handling.due().calendar())
                .param("dueBasis", handling == null ? null : handling.due().basis())
                .param("answer", handling == null ? null : sealed.answer(handling.answer()))
                .param("callBacks", order.callBack().tries())
                .param("outcome", outcome == null ? null : outcome.name())
                .param("satisfaction", order.callBack().satisfaction())
                .param("ground", sealed.ground(order.closingGround()))
                .param("updatedAt", UtcTime.of(order.updatedAt()))
                .param("id", order.id())
                .param("was", order.version() - 1)
                .update();
        if (rows == 0) {
            throw new StaleVersionException();
        }
    }

    /** The work order, when it is seen from the viewpoint. */
    Optional<WorkOrder> find(UUID publicId, Viewpoint viewpoint) {
        return jdbc.sql("SELECT * FROM work_order WHERE public_id = :publicId AND " + viewpoint.predicate())
                .param("publicId", Ids.toBytes(publicId))
                .param("v1", viewpoint.first())
                .param("v2", viewpoint.second())
                .query(this::row)
                .optional();
    }

    Optional<WorkOrder> findByNumber(String number) {
        return jdbc.sql("SELECT * FROM work_order WHERE number = :number")
                .param("number", number)
                .query(this::row)
                .optional();
    }

    /** What the query code of a number is checked against; null when there is no such number. */
    byte @Nullable [] queryCodeHash(String number) {
        return jdbc.sql("SELECT query_code_hash FROM work_order WHERE number = :number")
                .param("number", number)
                .query(byte[].class)
                .optional()
                .orElse(null);
    }

    /** Up to one more than the page asks for, newest first. */
    List<WorkOrder> list(Viewpoint viewpoint, @Nullable Status status, PageRequest page, long before) {
        return jdbc.sql("SELECT * FROM work_order WHERE " + viewpoint.predicate()
                        + (status == null ? "" : " AND status = :status")
                        + " AND id < :before ORDER BY id DESC LIMIT :limit")
                .param("v1", viewpoint.first())
                .param("v2", viewpoint.second())
                .param("status", status == null ? null : status.name())
                .param("before", before)
                .param("limit", page.limit() + 1)
                .query(this::row)
                .list();
    }

    /** The rows in handling whose due date is provisional, behind the given one. */
    List<Long> provisionalAfter(long id, int limit) {
        return jdbc.sql("""
                SELECT id FROM work_order
                 WHERE due_provisional = TRUE AND status = 'IN_HANDLING' AND id > :id ORDER BY id LIMIT :limit
                """)
                .param("id", id)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Such a row, locked; nothing when somebody holds it or it is provisional no more. */
    Optional<WorkOrder> lockProvisional(long id) {
        return jdbc.sql("""
                SELECT * FROM work_order
                 WHERE id = :id AND due_provisional = TRUE AND status = 'IN_HANDLING' FOR UPDATE SKIP LOCKED
                """).param("id", id).query(this::row).optional();
    }

    private WorkOrder row(ResultSet row, int index) throws SQLException {
        String outcome = row.getString("call_back_outcome");
        return new WorkOrder(
                row.getLong("id"),
                Ids.fromBytes(row.getBytes("public_id")),
                row.getString("number"),
                new Filing(
                        Kind.valueOf(row.getString("kind")),
                        Channel.valueOf(row.getString("channel")),
                        row.getBoolean("secret"),
                        row.getBoolean("reply_wanted"),
                        sealed.matter(row.getBytes("matter_sealed")),
                        row.getString("filed_by"),
                        row.getString("intake_division"),
                        UtcTime.read(row, "filed_at")),
                Status.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getLong("event_count"),
                handling(row),
                new CallBack(
                        row.getInt("call_backs"),
                        outcome == null ? null : CallBackOutcome.valueOf(outcome),
                        row.getObject("satisfaction", Integer.class)),
                sealed.ground(row.getBytes("closing_ground_sealed")),
                UtcTime.read(row, "updated_at"));
    }

    private @Nullable Handling handling(ResultSet row) throws SQLException {
        int round = row.getInt("round");
        if (round == 0) {
            return null;
        }
        return new Handling(
                round,
                row.getString("body"),
                row.getString("body_name"),
                row.getString("body_division"),
                new Due(
                        row.getObject("due_on", LocalDate.class),
                        row.getBoolean("due_provisional"),
                        row.getString("due_calendar"),
                        row.getString("due_basis")),
                sealed.answer(row.getBytes("answer_sealed")));
    }
}
