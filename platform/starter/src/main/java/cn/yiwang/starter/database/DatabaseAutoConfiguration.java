package cn.yiwang.starter.database;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/** Migrates the starter's tables, with a history of their own, and then the service's. */
@AutoConfiguration(before = FlywayAutoConfiguration.class)
public class DatabaseAutoConfiguration {

    private static final String HISTORY = "flyway_starter_history";
    private static final String LOCATION = "classpath:db/starter";

    /** The schema is never empty when the second of the two histories begins, so each starts from a baseline. */
    @Bean
    FlywayConfigurationCustomizer serviceHistoryStartsBesideTheStarter() {
        return configuration -> configuration.baselineOnMigrate(true).baselineVersion("0");
    }

    @Bean
    @ConditionalOnMissingBean
    FlywayMigrationStrategy starterTablesFirst() {
        return service -> {
            Flyway.configure(service.getConfiguration().getClassLoader())
                    .dataSource(service.getConfiguration().getDataSource())
                    .table(HISTORY)
                    .locations(LOCATION)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
            service.migrate();
        };
    }
}
