package cn.yiwang.benchmarks.ceiling;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * All rows that one finished lifecycle left behind, by the call that wrote them. Read from the run just measured: when the
 * service writes other rows, so does the ceiling, and when it writes more of them than expected here, the ceiling refuses.
 */
record LifecycleRows(
        RowTemplate application,
        RowTemplate reviewTask,
        List<RowTemplate> history,
        List<RowTemplate> events,
        List<RowTemplate> audit,
        List<RowTemplate> answers) {

    private static final int CALLS = 4;
    /** Handing in is the applicant's own act; what officials do goes on record. */
    private static final int AUDITED_CALLS = 3;

    static LifecycleRows read(Connection connection, String itemCode) throws SQLException {
        RowTemplate application = one(RowTemplate.read(
                connection, "application", "item_code = ? AND outcome = 'GRANTED' ORDER BY id DESC LIMIT 1", itemCode));
        byte[] publicId = (byte[]) Objects.requireNonNull(application.value("public_id"));
        String subject = text(publicId);
        String key = "(SELECT id FROM application WHERE public_id = ?) ORDER BY id";
        return new LifecycleRows(
                application,
                one(RowTemplate.read(connection, "review_task", "application_id = " + key, publicId)),
                exactly(CALLS, RowTemplate.read(connection, "history", "application_id = " + key, publicId)),
                exactly(CALLS, RowTemplate.read(connection, "outbox_event", "aggregate_id = ? ORDER BY id", subject)),
                exactly(
                        AUDITED_CALLS,
                        RowTemplate.read(connection, "audit_entry", "object_id = ? ORDER BY id", subject)),
                exactly(
                        CALLS,
                        RowTemplate.read(
                                connection,
                                "idempotency_key",
                                "answer IS NOT NULL ORDER BY created_at DESC LIMIT " + CALLS,
                                null)));
    }

    /** How many rows one lifecycle inserts into each table. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        counts.put("application", 1);
        counts.put("review_task", 1);
        counts.put("history", history.size());
        counts.put("outbox_event", events.size());
        counts.put("audit_entry", audit.size());
        counts.put("idempotency_key", answers.size());
        return counts;
    }

    private static RowTemplate one(List<RowTemplate> rows) {
        return exactly(1, rows).getFirst();
    }

    private static List<RowTemplate> exactly(int expected, List<RowTemplate> rows) {
        if (rows.size() != expected) {
            throw new IllegalStateException("a lifecycle left " + rows.size() + " rows where the ceiling expects "
                    + expected + ": it must follow the service");
        }
        return rows;
    }

    private static String text(byte[] publicId) {
        ByteBuffer bytes = ByteBuffer.wrap(publicId);
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }
}
