package cn.yiwang.starter.http;

import cn.yiwang.starter.confidential.ConfidentialCodec;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Preconditions for every service; idempotency keys for those with a database. */
@AutoConfiguration(
        afterName = {
            "cn.yiwang.starter.confidential.ConfidentialAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class HttpAutoConfiguration {

    @Bean
    WebMvcConfigurer ifMatchArgument() {
        return arguments(new IfMatchArgument());
    }

    private static WebMvcConfigurer arguments(HandlerMethodArgumentResolver resolver) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(resolver);
            }
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean({JdbcClient.class, PlatformTransactionManager.class, ConfidentialCodec.class})
    @EnableConfigurationProperties(IdempotencyProperties.class)
    @EnableScheduling
    static class Idempotency {

        @Bean
        IdempotencyKeys idempotencyKeys(JdbcClient jdbc, Clock clock) {
            return new IdempotencyKeys(jdbc, clock);
        }

        @Bean
        IdempotencySweep idempotencySweep(IdempotencyKeys keys, IdempotencyProperties properties, Clock clock) {
            return new IdempotencySweep(keys, properties, clock);
        }

        @Bean
        WebMvcConfigurer idempotentCallArgument(
                IdempotencyKeys keys,
                PlatformTransactionManager transactions,
                ConfidentialCodec codec,
                JsonMapper json) {
            return arguments(new IdempotentCallArgument(new StoredIdempotentCall.Parts(
                    keys, new TransactionTemplate(transactions), new Fingerprints(json), codec, json)));
        }
    }
}
