package cn.yiwang.benchmarks.ceiling;

import cn.yiwang.benchmarks.Database;
import cn.yiwang.benchmarks.load.ClosedLoop;
import cn.yiwang.benchmarks.load.Notes;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * One lifecycle as nothing but SQL: four transactions that claim the idempotency key, lock and update the application, add
 * history, event and audit entry, and store the answer. No HTTP, no JSON, no token, no rule, no encryption.
 */
public final class BareLifecycle implements ClosedLoop.Work {

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final String STEP = "version = version + 1, event_count = event_count + 1";
    private static final List<String> WAITING = List.of(
            "updated_at",
            "status",
            "mover",
            "waiting_since",
            "due_on",
            "statutory_due_on",
            "due_provisional",
            "due_calendar",
            "due_basis",
            "pending_reviews");

    private final Connection connection;
    private final LifecycleRows rows;
    private final RowTemplate submitted;

    private BareLifecycle(Connection connection, LifecycleRows rows) {
        this.connection = connection;
        this.rows = rows;
        this.submitted = rows.application()
                .with("status", "SUBMITTED")
                .with("version", 1L)
                .with("event_count", 1)
                .with("accepted_at", null)
                .with("decided_at", null)
                .with("outcome", null);
    }

    /** Prepares empty tables and the rows to write, and returns what each client does. */
    public static Plan prepare(Database database, String itemCode) throws SQLException {
        try (Connection connection = database.connect()) {
            CeilingTables.create(connection);
            return new Plan(database, LifecycleRows.read(connection, itemCode));
        }
    }

    /** The rows to write, and where. */
    public static final class Plan {

        private final Database database;
        private final LifecycleRows rows;

        private Plan(Database database, LifecycleRows rows) {
            this.database = database;
            this.rows = rows;
        }

        public BareLifecycle client() {
            try {
                Connection connection = database.connect();
                connection.setAutoCommit(false);
                return new BareLifecycle(connection, rows);
            } catch (SQLException e) {
                throw new IllegalStateException("no connection for the ceiling", e);
            }
        }

        public Map<String, Integer> rowsPerLifecycle() {
            return rows.counts();
        }
    }

    @Override
    public void once(Notes notes) throws SQLException {
        byte[] publicId = uuid();
        String subject = "b" + Long.toString(NUMBERS.incrementAndGet(), Character.MAX_RADIX);

        byte[] scope = claim(0);
        long key = submitted.insert(connection, Map.of("public_id", publicId, "number", subject));
        journal(0, key, subject);
        answer(0, scope);

        scope = claim(1);
        lock(publicId);
        step(key, 1, List.of("accepted_at"));
        rows.reviewTask()
                .insert(
                        connection,
                        Map.of(
                                "public_id", uuid(),
                                "application_id", key,
                                "application_public_id", publicId,
                                "number", subject,
                                "status", "OPEN"));
        journal(1, key, subject);
        answer(1, scope);

        scope = claim(2);
        lock(publicId);
        rows.reviewTask()
                .update(
                        connection,
                        List.of("status", "opinion", "answered_by", "answered_at", "changed_version"),
                        "",
                        Map.of("application_id", key));
        step(key, 2, List.of("objections"));
        journal(2, key, subject);
        answer(2, scope);

        scope = claim(3);
        lock(publicId);
        step(key, 3, List.of("outcome", "reason", "decided_at"));
        journal(3, key, subject);
        answer(3, scope);
    }

    private byte[] claim(int call) throws SQLException {
        byte[] scope = new byte[32];
        ThreadLocalRandom.current().nextBytes(scope);
        rows.answers()
                .get(call)
                .with("status", 0)
                .with("etag", null)
                .with("location", null)
                .with("answer", null)
                .insert(connection, Map.of("scope", scope));
        return scope;
    }

    private void lock(byte[] publicId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT * FROM " + CeilingTables.name("application") + " WHERE public_id = ? FOR UPDATE")) {
            select.setBytes(1, publicId);
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("the application is gone");
                }
            }
        }
    }

    private void step(long key, long version, List<String> more) throws SQLException {
        List<String> columns = Stream.concat(WAITING.stream(), more.stream()).toList();
        rows.application().update(connection, columns, STEP, Map.of("id", key, "version", version));
    }

    /** What every call leaves beside the application itself. */
    private void journal(int call, long key, String subject) throws SQLException {
        rows.history().get(call).insert(connection, Map.of("application_id", key));
        rows.events()
                .get(call)
                .with("sent_at", null)
                .insert(connection, Map.of("aggregate_id", subject, "event_id", uuid()));
        if (call > 0) {
            rows.audit().get(call - 1).with("sealed", false).insert(connection, Map.of("object_id", subject));
        }
    }

    private void answer(int call, byte[] scope) throws SQLException {
        rows.answers()
                .get(call)
                .update(connection, List.of("status", "etag", "location", "answer"), "", Map.of("scope", scope));
        connection.commit();
    }

    private static byte[] uuid() {
        UUID random = UUID.randomUUID();
        long time = (System.currentTimeMillis() << 16) | (random.getMostSignificantBits() & 0xFFFF);
        return ByteBuffer.allocate(16)
                .putLong(time)
                .putLong(random.getLeastSignificantBits())
                .array();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
