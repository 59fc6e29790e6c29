package cn.yiwang.starter.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class DatabaseAutoConfigurationTest {

    @Test
    void the_starter_and_the_service_migrate_with_a_history_each() {
        TestSchema schema = RealServers.schema();

        assertThat(tables(schema)).contains("outbox_event", "inbox_event", "audit_entry", "effect");
        assertThat(migrated(schema, "flyway_starter_history")).contains("001", "003", "004");
        assertThat(migrated(schema, "flyway_schema_history")).contains("1");
    }

    @Test
    void migrating_again_changes_nothing() {
        TestSchema schema = RealServers.schema();
        int before = migrated(schema, "flyway_starter_history").size();

        DatabaseAutoConfiguration configuration = new DatabaseAutoConfiguration();
        var service = Flyway.configure().dataSource(schema.first().pool()).locations("classpath:db/sample");
        configuration.serviceHistoryStartsBesideTheStarter().customize(service);
        configuration.starterTablesFirst().migrate(service.load());

        assertThat(migrated(schema, "flyway_starter_history")).hasSize(before);
    }

    @Test
    void an_instant_survives_whatever_the_time_zone_of_the_machine() {
        TestSchema schema = RealServers.schema();
        Instant instant = Instant.parse("2026-11-22T08:00:00.123456Z");
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            schema.jdbc()
                    .sql("INSERT INTO inbox_event (consumer, event_id, received_at) VALUES ('c', ?, ?)")
                    .params(new byte[16], UtcTime.of(instant.plusNanos(789)))
                    .update();
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));

            assertThat(schema.jdbc()
                            .sql("SELECT received_at FROM inbox_event")
                            .query((row, _) -> UtcTime.read(row, "received_at"))
                            .single())
                    .isEqualTo(instant);
            assertThat(schema.jdbc()
                            .sql("SELECT CAST(received_at AS CHAR) FROM inbox_event")
                            .query(String.class)
                            .single())
                    .isEqualTo("2026-11-22 08:00:00.123456");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static List<String> tables(TestSchema schema) {
        return schema.jdbc()
                .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
                .query(String.class)
                .list();
    }

    private static List<String> migrated(TestSchema schema, String history) {
        return schema.jdbc()
                .sql("SELECT version FROM " + history + " WHERE success = 1 AND version IS NOT NULL")
                .query(String.class)
                .list();
    }
}
