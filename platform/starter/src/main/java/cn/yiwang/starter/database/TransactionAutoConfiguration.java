package cn.yiwang.starter.database;

import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionManager;

/** Transactions on connections of their own. */
@AutoConfiguration(
        after = DataSourceAutoConfiguration.class,
        before = DataSourceTransactionManagerAutoConfiguration.class)
@ConditionalOnSingleCandidate(DataSource.class)
@ConditionalOnMissingBean(TransactionManager.class)
public class TransactionAutoConfiguration {

    @Bean
    TransactionPool transactionPool(DataSource pool, ObjectProvider<MeterRegistry> meters) {
        return new TransactionPool(TransactionConnections.beside(pool, meters.getIfUnique()));
    }

    @Bean
    JdbcTransactionManager transactionManager(
            TransactionPool pool, ObjectProvider<TransactionManagerCustomizers> customizers) {
        JdbcTransactionManager manager = new JdbcTransactionManager(pool.connections());
        customizers.ifAvailable(all -> all.customize(manager));
        return manager;
    }
}
