package cn.yiwang.complaint.workorder;

import cn.yiwang.complaint.lifecycle.Status;
import cn.yiwang.starter.database.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code work_order_history}. */
@Repository
class WorkOrderHistory {

    private final JdbcClient jdbc;
    private final SealedText sealed;

    WorkOrderHistory(JdbcClient jdbc, SealedText sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    void add(long workOrder, HistoryEntry entry) {
        jdbc.sql("""
                INSERT INTO work_order_history (work_order_id, event, to_status, actor, body, due_on, note_sealed, occurred_at)
                VALUES (:workOrder, :event, :status, :actor, :body, :dueOn, :note, :occurredAt)
                """)
                .param("workOrder", workOrder)
                .param("event", entry.event())
                .param("status", entry.status().name())
                .param("actor", entry.actor())
                .param("body", entry.body())
                .param("dueOn", entry.dueOn())
                .param("note", sealed.note(entry.note()))
                .param("occurredAt", UtcTime.of(entry.occurredAt()))
                .update();
    }

    /** When it was dispatched last. */
    Instant lastDispatch(long workOrder) {
        return jdbc.sql("""
                SELECT occurred_at FROM work_order_history
                 WHERE work_order_id = :workOrder AND event = 'dispatched' ORDER BY id DESC LIMIT 1
                """)
                .param("workOrder", workOrder)
                .query((row, index) -> UtcTime.read(row, "occurred_at"))
                .single();
    }

    List<HistoryEntry> of(long workOrder) {
        return jdbc.sql("SELECT * FROM work_order_history WHERE work_order_id = :workOrder ORDER BY id LIMIT 1000")
                .param("workOrder", workOrder)
                .query((row, index) -> new HistoryEntry(
                        row.getString("event"),
                        Status.valueOf(row.getString("to_status")),
                        row.getString("actor"),
                        row.getString("body"),
                        row.getObject("due_on", LocalDate.class),
                        sealed.note(row.getBytes("note_sealed")),
                        UtcTime.read(row, "occurred_at")))
                .list();
    }
}
