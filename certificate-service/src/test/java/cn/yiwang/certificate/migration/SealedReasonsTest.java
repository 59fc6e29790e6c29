package cn.yiwang.certificate.migration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.starter.confidential.ConfidentialCodec;
import cn.yiwang.testsupport.ServiceTest;
import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@ServiceTest
class SealedReasonsTest {

    private static final String CONTEXT = "certificate_history.reason_sealed";

    @Autowired
    DataSource pool;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConfidentialCodec codec;

    @Autowired
    SealedReasons migration;

    @Test
    void reasons_that_lay_open_are_sealed_and_rows_without_one_stay_without() throws Exception {
        try (Connection connection = pool.getConnection()) {
            JdbcTemplate old = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            // The table as V004 left it; of this session alone, and in front of the real one.
            old.execute("""
                    CREATE TEMPORARY TABLE certificate_history (
                      id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, reason VARCHAR(500) NULL, reason_sealed BLOB NULL)""");
            try {
                List<Object[]> rows = IntStream.rangeClosed(1, 1_203)
                        .mapToObj(number -> new Object[] {number % 3 == 0 ? null : "王某某（示例）第" + number + "次"})
                        .toList();
                old.batchUpdate("INSERT INTO certificate_history (reason) VALUES (?)", rows);

                migration.migrate(contextOf(connection));

                assertThat(old.queryForObject(
                                "SELECT COUNT(*) FROM certificate_history WHERE reason IS NOT NULL", Integer.class))
                        .isZero();
                assertThat(old.queryForObject(
                                "SELECT COUNT(*) FROM certificate_history WHERE reason_sealed IS NOT NULL",
                                Integer.class))
                        .isEqualTo(802);
                byte[] sealed = old.queryForObject(
                        "SELECT reason_sealed FROM certificate_history WHERE id = 1202", byte[].class);
                assertThat(codec.open(sealed, CONTEXT)).isEqualTo("王某某（示例）第1202次");
            } finally {
                old.execute("DROP TEMPORARY TABLE certificate_history");
            }
        }
    }

    @Test
    void it_has_run_between_the_column_s_arrival_and_the_old_one_s_leaving() {
        assertThat(jdbc.sql("""
                        SELECT CONCAT(version, ' ', type) FROM flyway_schema_history WHERE version IN ('004', '005', '006') AND success
                        ORDER BY installed_rank""").query(String.class).list()).containsExactly("004 SQL", "005 JDBC", "006 SQL");
        assertThat(jdbc.sql("""
                        SELECT column_name FROM information_schema.columns
                        WHERE table_schema = DATABASE() AND table_name = 'certificate_history'""").query(String.class).list())
                .contains("reason_sealed")
                .doesNotContain("reason");
    }

    private static Context contextOf(Connection connection) {
        return new Context() {
            @Override
            public Configuration getConfiguration() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        };
    }
}
