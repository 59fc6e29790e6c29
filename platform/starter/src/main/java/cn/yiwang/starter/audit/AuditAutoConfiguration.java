package cn.yiwang.starter.audit;

import cn.yiwang.starter.confidential.Secrets;
import cn.yiwang.starter.lease.Leases;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit trail, its sealer and its verification. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@ConditionalOnBean(JdbcClient.class)
@EnableConfigurationProperties(AuditProperties.class)
public class AuditAutoConfiguration {

    @Bean
    AuditTable auditTable(JdbcClient jdbc) {
        return new AuditTable(jdbc);
    }

    @Bean
    AuditChain auditChain(JdbcTemplate jdbc) {
        return new AuditChain(jdbc);
    }

    @Bean
    AuditHash auditHash(AuditProperties properties) {
        return new AuditHash(Secrets.key("yiwang.audit.key", properties.key(), "HmacSHA256"));
    }

    @Bean
    @ConditionalOnMissingBean
    AuditTrail auditTrail(
            AuditTable table,
            Clock clock,
            @Value("${spring.application.name}") String service,
            ObjectProvider<Tracer> tracer) {
        return new TransactionalAuditTrail(table, clock, service, tracer.getIfAvailable());
    }

    @Bean
    AuditSealer auditSealer(
            AuditTable table,
            AuditChain chain,
            AuditHash hash,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            AuditProperties properties) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Leases lease = new Leases(jdbc, transaction, "audit-sealer", 1, properties.lease());
        return new AuditSealer(table, chain, hash, transaction, lease, clock, properties);
    }

    @Bean
    AuditVerification auditVerification(AuditTable table, AuditChain chain, AuditHash hash) {
        return new AuditVerification(table, chain, hash);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    AuditController auditController(AuditTable table, AuditVerification verification) {
        return new AuditController(table, verification);
    }
}
