package cn.yiwang.starter.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A pool of connections that never commit by themselves, for transactions alone. A transaction on a connection of the service's own pool
 * would switch that off and on again: two of some ten statements of a small one. Statements outside of transactions go to the service's
 * own pool and commit by themselves, as they always did.
 *
 * <p>To Spring's bookkeeping this is the service's own data source, so that whatever runs inside a transaction takes part in it.
 */
final class TransactionConnections extends AbstractDataSource implements InfrastructureProxy, AutoCloseable {

    private final DataSource pool;
    private final HikariDataSource own;

    private TransactionConnections(DataSource pool, HikariDataSource own) {
        this.pool = pool;
        this.own = own;
    }

    /** Connects as the pool does, which from now on is half as large; a data source that is no Hikari pool is returned as it is. */
    static DataSource beside(DataSource pool, @Nullable MeterRegistry meters) {
        try {
            if (!pool.isWrapperFor(HikariDataSource.class)) {
                return pool;
            }
            HikariDataSource shared = pool.unwrap(HikariDataSource.class);
            HikariDataSource own = new HikariDataSource();
            shared.copyStateTo(own);
            // Most of the work is transactions: what is left for the others keeps five services below MySQL's default
            // of 151 connections.
            shared.setMaximumPoolSize(Math.max(2, own.getMaximumPoolSize() / 2));
            own.setAutoCommit(false);
            own.setPoolName("transactions");
            if (meters != null && own.getMetricsTrackerFactory() == null) {
                own.setMetricRegistry(meters);
            }
            return new TransactionConnections(pool, own);
        } catch (SQLException refused) {
            throw new IllegalStateException("The data source doesn't tell what it is", refused);
        }
    }

    @Override
    public Object getWrappedObject() {
        return pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return own.getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return own.getConnection(username, password);
    }

    @Override
    public void close() {
        own.close();
    }
}
