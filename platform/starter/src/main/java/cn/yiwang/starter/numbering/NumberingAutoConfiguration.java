package cn.yiwang.starter.numbering;

import cn.yiwang.starter.confidential.ConfidentialCodec;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Offers {@link Serials} and {@link QueryCodes}. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "cn.yiwang.starter.confidential.ConfidentialAutoConfiguration"
        })
public class NumberingAutoConfiguration {

    @Bean(destroyMethod = "close")
    SpareConnections spareConnections(DataSource pool) {
        return SpareConnections.beside(pool);
    }

    @Bean
    @ConditionalOnMissingBean
    Serials serials(SpareConnections spare) {
        return new Serials(spare.jdbc(), spare.transaction());
    }

    @Bean
    @ConditionalOnMissingBean
    QueryCodes queryCodes(
            ConfidentialCodec codec, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new QueryCodes(codec, jdbc, ownTransaction(transactions), clock);
    }

    private static TransactionTemplate ownTransaction(PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }
}
