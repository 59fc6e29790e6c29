package cn.yiwang.starter.numbering;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two connections beside the service's pool, for short statements of those who hold a connection of the pool already. From the pool itself
 * such a second connection may never come: in a burst every other one is held by somebody who waits for the same.
 */
final class SpareConnections implements AutoCloseable {

    private static final int CONNECTIONS = 2;

    private final DataSource connections;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private SpareConnections(DataSource connections) {
        this.connections = connections;
        this.jdbc = JdbcClient.create(connections);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Connects as the pool does, at the first use; a data source that is no Hikari pool is used as it is. */
    static SpareConnections beside(DataSource pool) {
        try {
            if (!pool.isWrapperFor(HikariDataSource.class)) {
                return new SpareConnections(pool);
            }
            HikariDataSource own = new HikariDataSource();
            pool.unwrap(HikariDataSource.class).copyStateTo(own);
            own.setPoolName("spare");
            own.setMaximumPoolSize(CONNECTIONS);
            own.setMinimumIdle(0);
            own.setIdleTimeout(Duration.ofMinutes(1).toMillis());
            return new SpareConnections(own);
        } catch (SQLException refused) {
            throw new IllegalStateException("The data source doesn't tell what it is", refused);
        }
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** A new transaction at each use, whatever the caller is in. */
    TransactionOperations transaction() {
        return transaction;
    }

    @Override
    public void close() {
        if (connections instanceof HikariDataSource own && "spare".equals(own.getPoolName())) {
            own.close();
        }
    }
}
