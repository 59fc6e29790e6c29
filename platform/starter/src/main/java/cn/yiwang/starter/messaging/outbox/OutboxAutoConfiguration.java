package cn.yiwang.starter.messaging.outbox;

import cn.yiwang.starter.lease.Leases;
import cn.yiwang.starter.messaging.EventTracing;
import cn.yiwang.starter.messaging.Outbox;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox, its relay, and the declaration of the service's topics. */
@AutoConfiguration(after = {JdbcClientAutoConfiguration.class, KafkaAutoConfiguration.class})
@ConditionalOnBean({JdbcClient.class, ProducerFactory.class})
@EnableConfigurationProperties(OutboxProperties.class)
public class OutboxAutoConfiguration {

    private static final Duration ILL_TOPIC_PAUSE = Duration.ofSeconds(1);

    @Bean
    @ConditionalOnMissingBean
    EventTracing eventTracing(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new EventTracing(tracer.getIfAvailable(), propagator.getIfAvailable());
    }

    @Bean
    OutboxTable outboxTable(JdbcClient jdbc) {
        return new OutboxTable(jdbc);
    }

    @Bean
    @ConditionalOnMissingBean(Outbox.class)
    Outbox outbox(
            OutboxTable table,
            Clock clock,
            EventTracing tracing,
            @Value("${spring.application.name}") String service,
            OutboxProperties properties,
            OutboxRelay relay) {
        return new TransactionalOutbox(table, clock, tracing, service, properties.maximumBytes(), relay::wake);
    }

    @Bean
    OutboxRelay outboxRelay(
            OutboxTable table,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ProducerFactory<?, ?> producers,
            Clock clock,
            OutboxProperties properties) {
        Leases leases = new Leases(
                jdbc, new TransactionTemplate(transactions), "outbox", OutboxTable.SHARDS, properties.lease());
        OutboxSender sender = new OutboxSender(() -> producer(producers.getConfigurationProperties()), ILL_TOPIC_PAUSE);
        return new OutboxRelay(table, leases, sender, clock, properties);
    }

    @Bean
    OutboxMetrics outboxMetrics(OutboxTable table, Clock clock) {
        return new OutboxMetrics(table, clock);
    }

    @Bean
    TopicDeclarations topicDeclarations(KafkaAdmin admin) {
        return new TopicDeclarations(admin);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    OutboxController outboxController(OutboxTable table, Clock clock) {
        return new OutboxController(table, clock);
    }

    /** Gives up on a record before the lease of its shard runs out; the relay itself tries again. */
    static Producer<String, byte[]> producer(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
