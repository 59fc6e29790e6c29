package cn.yiwang.benchmarks.search;

import cn.yiwang.benchmarks.Database;
import cn.yiwang.standards.CreditCode;
import cn.yiwang.standards.division.Division;
import cn.yiwang.standards.division.Divisions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Fills the catalog: every item of the seed, with the guide it has there, at bodies of all real divisions. */
final class CatalogRows {

    /** With each of them carrying out the seed's items, the catalog holds 50,000. */
    private static final int BODIES = 431;

    /** A minute. */
    private static final int MOST_WAITS = 240;

    private static final List<String> DEPARTMENTS = List.of("行政审批服务局", "市场监督管理局", "政务服务中心", "药品监督管理局");
    private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final Database database;
    private final LocalDate today;

    CatalogRows(Database database, LocalDate today) {
        this.database = database;
        this.today = today;
    }

    private record NewBody(String code, String name, String division, String level) {}

    /** Returns the code of the item that is written last. */
    String write() throws SQLException, InterruptedException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            long known = Database.number(connection, "SELECT MAX(id) FROM body");
            bodies(connection);
            execute(connection, """
                    INSERT INTO implementation (code, base_item_id, body_id, level, created_at)
                    SELECT CONCAT(bo.code, bo.level, ba.code), ba.id, bo.id, bo.level, NOW(6)
                      FROM body bo JOIN base_item ba
                     WHERE bo.id > %d AND ba.code IS NOT NULL
                     ORDER BY bo.id, ba.id""".formatted(known));
            execute(connection, """
                    INSERT INTO business_item (public_id, implementation_id, item_code, sequence, name, event_count, created_at)
                    SELECT UNHEX(REPLACE(UUID(), '-', '')), im.id, CONCAT(im.code, seed.sequence), seed.sequence, seed.name, 1, NOW(6)
                      FROM implementation im
                      JOIN (SELECT known.base_item_id, bi.sequence, MIN(bi.name) AS name
                              FROM business_item bi JOIN implementation known ON known.id = bi.implementation_id
                             WHERE bi.item_code IS NOT NULL AND known.body_id <= %1$d
                             GROUP BY known.base_item_id, bi.sequence) seed ON seed.base_item_id = im.base_item_id
                     WHERE im.body_id > %1$d
                     ORDER BY im.id, seed.sequence""".formatted(known));
            connection.commit();
            guides(connection, known);
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT item_code FROM business_item ORDER BY id DESC LIMIT 1")) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** A transaction for each body keeps the database's memory of what it could take back small. */
    private static void guides(Connection connection, long known) throws SQLException, InterruptedException {
        long last = Database.number(connection, "SELECT MAX(id) FROM body");
        for (long body = known + 1; body <= last; body++) {
            execute(connection, """
                    INSERT INTO guide_version
                           (business_item_id, version, status, effective_from, guide, editor, publisher, row_version, created_at, published_at)
                    SELECT bi.id, 1, 'PUBLISHED', '2026-01-01', model.guide, 'bench-editor', 'bench-publisher', 2, NOW(6), NOW(6)
                      FROM business_item bi
                      JOIN implementation im ON im.id = bi.implementation_id
                      JOIN (SELECT known.base_item_id, item.sequence, MIN(item.id) AS item
                              FROM business_item item JOIN implementation known ON known.id = item.implementation_id
                             WHERE item.item_code IS NOT NULL AND known.body_id <= %1$d
                             GROUP BY known.base_item_id, item.sequence) seed
                        ON seed.base_item_id = im.base_item_id AND seed.sequence = bi.sequence
                      JOIN guide_version model ON model.business_item_id = seed.item AND model.version = 1
                     WHERE im.body_id = %2$d""".formatted(known, body));
            connection.commit();
        }
        check(connection);
    }

    /**
     * The catalog's background job examines every guide once a day, 50,000 of them for many minutes: here it has done so already, or
     * that is what would be measured.
     */
    private static void check(Connection connection) throws SQLException, InterruptedException {
        // It begins some seconds after the start, with the guides of the seed.
        for (int waits = 0; Database.number(connection, "SELECT COUNT(*) FROM guide_check") == 0; waits++) {
            if (waits == MOST_WAITS) {
                throw new IllegalStateException("the catalog examines no guide");
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        execute(connection, """
                INSERT INTO guide_check
                       (guide_version_id, body_code, row_version, law_revision, standard_revision, checked_on, blocking, unconfirmed, warnings, score)
                SELECT gv.id, bo.code, gv.row_version, done.law_revision, ba.standard_revision, done.checked_on, 0, 0, 0, 100
                  FROM guide_version gv
                  JOIN business_item bi ON bi.id = gv.business_item_id
                  JOIN implementation im ON im.id = bi.implementation_id
                  JOIN body bo ON bo.id = im.body_id
                  JOIN base_item ba ON ba.id = im.base_item_id
                  JOIN (SELECT law_revision, checked_on FROM guide_check ORDER BY checked_on DESC, law_revision DESC LIMIT 1) done
                 WHERE NOT EXISTS (SELECT 1 FROM guide_check known WHERE known.guide_version_id = gv.id)""");
        connection.commit();
    }

    private void bodies(Connection connection) throws SQLException {
        String insert =
                "INSERT INTO body (code, name, division, level, example, created_at) VALUES (?, ?, ?, ?, TRUE, NOW(6))";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (NewBody body : newBodies()) {
                statement.setString(1, body.code());
                statement.setString(2, body.name());
                statement.setString(3, body.division());
                statement.setString(4, body.level());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private List<NewBody> newBodies() {
        List<NewBody> bodies = new ArrayList<>();
        for (String department : DEPARTMENTS) {
            for (Division division : Divisions.bundled().on(today)) {
                if (division.isInNationalStandard() && bodies.size() < BODIES) {
                    bodies.add(body(division, department, bodies.size()));
                }
            }
        }
        return bodies;
    }

    private static NewBody body(Division division, String department, int number) {
        String code = division.code().value();
        String level = code.endsWith("0000") ? "2" : code.endsWith("00") ? "3" : "4";
        return new NewBody(creditCode(code, number), division.name() + department + "（示例）", code, level);
    }

    private static String creditCode(String division, int number) {
        String start = "11%sMBB%05dX".formatted(division, number).substring(0, 17);
        return SYMBOLS.chars()
                .mapToObj(check -> start + (char) check)
                .filter(CreditCode::isValid)
                .findFirst()
                .orElseThrow();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
