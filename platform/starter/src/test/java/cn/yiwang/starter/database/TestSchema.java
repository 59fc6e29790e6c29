package cn.yiwang.starter.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A schema of one test, migrated as a service would; each connection pool stands for one instance of the service. */
public final class TestSchema {

    private final String url;
    private final String user;
    private final Instance first;

    TestSchema(String url, String user) {
        this.url = url;
        this.user = user;
        this.first = instance();
        DatabaseAutoConfiguration configuration = new DatabaseAutoConfiguration();
        FlywayMigrationStrategy strategy = configuration.starterTablesFirst();
        var service = Flyway.configure().dataSource(first.pool()).locations("classpath:db/sample");
        configuration.serviceHistoryStartsBesideTheStarter().customize(service);
        strategy.migrate(service.load());
    }

    public Instance first() {
        return first;
    }

    public JdbcClient jdbc() {
        return first.jdbc();
    }

    public JdbcTemplate template() {
        return new JdbcTemplate(first.pool());
    }

    public TransactionTemplate transaction() {
        return first.transaction();
    }

    /** One more instance with a pool of its own. */
    public Instance instance() {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername(user);
        settings.setPassword(user);
        settings.setMaximumPoolSize(8);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(2_000);
        // As the services run.
        settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        settings.addDataSourceProperty("useServerPrepStmts", "true");
        settings.addDataSourceProperty("cachePrepStmts", "true");
        settings.addDataSourceProperty("rewriteBatchedStatements", "true");
        HikariDataSource pool = new HikariDataSource(settings);
        return new Instance(pool, JdbcClient.create(pool), new TransactionTemplate(new JdbcTransactionManager(pool)));
    }

    /** Closing the pool is the death of the instance, as far as the database can tell. */
    public record Instance(HikariDataSource pool, JdbcClient jdbc, TransactionTemplate transaction) {}
}
