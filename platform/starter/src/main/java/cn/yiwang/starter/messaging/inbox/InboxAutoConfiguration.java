package cn.yiwang.starter.messaging.inbox;

import cn.yiwang.starter.audit.AuditAutoConfiguration;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.messaging.EventConsumer;
import cn.yiwang.starter.messaging.EventTracing;
import cn.yiwang.starter.messaging.outbox.OutboxAutoConfiguration;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A listener for each event consumer, and the parking place. */
@AutoConfiguration(
        after = {
            JdbcClientAutoConfiguration.class,
            KafkaAutoConfiguration.class,
            OutboxAutoConfiguration.class,
            AuditAutoConfiguration.class
        })
@ConditionalOnBean({JdbcClient.class, ConsumerFactory.class})
@EnableConfigurationProperties(InboxProperties.class)
public class InboxAutoConfiguration {

    @Bean
    ParkedMessages parkedMessages(JdbcClient jdbc) {
        return new ParkedMessages(jdbc);
    }

    @Bean
    Inboxes inboxes(
            ObjectProvider<EventConsumer> consumers,
            JdbcClient jdbc,
            ParkedMessages parked,
            PlatformTransactionManager transactions,
            EventTracing tracing,
            Clock clock) {
        InboxTable table = new InboxTable(jdbc);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return new Inboxes(consumers
                .orderedStream()
                .map(consumer -> new Inbox(consumer, table, parked, transaction, tracing, clock))
                .toList());
    }

    @Bean
    InboxContainers inboxContainers(
            @Value("${spring.application.name}") String service,
            Inboxes inboxes,
            ConsumerFactory<?, ?> connection,
            InboxProperties properties) {
        return new InboxContainers(service, inboxes.all(), connection.getConfigurationProperties(), properties);
    }

    @Bean
    InboxMetrics inboxMetrics(ParkedMessages parked) {
        return new InboxMetrics(parked);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    ParkedMessagesController parkedMessagesController(
            ParkedMessages parked,
            Inboxes inboxes,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        Redrive redrive = new Redrive(
                inboxes.all().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                inbox -> inbox.consumer().name(), Function.identity())),
                parked,
                audit,
                new TransactionTemplate(transactions),
                clock);
        return new ParkedMessagesController(parked, redrive);
    }

    /** The inboxes of all consumers, as one bean. */
    record Inboxes(List<Inbox> all) {}
}
