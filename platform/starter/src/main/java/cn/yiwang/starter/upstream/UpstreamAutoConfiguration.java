package cn.yiwang.starter.upstream;

import feign.Capability;
import feign.Client;
import feign.RequestInterceptor;
import feign.Retryer;
import feign.codec.Decoder;
import feign.codec.ErrorDecoder;
import feign.optionals.OptionalDecoder;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.cloud.openfeign.loadbalancer.FeignBlockingLoadBalancerClient;
import org.springframework.cloud.openfeign.loadbalancer.LoadBalancerFeignRequestTransformer;
import org.springframework.cloud.openfeign.support.ResponseEntityDecoder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import tools.jackson.databind.json.JsonMapper;

/** Everything that a {@code @FeignClient} needs to call another service of the platform. */
@AutoConfiguration(beforeName = "org.springframework.cloud.openfeign.loadbalancer.FeignLoadBalancerAutoConfiguration")
@EnableConfigurationProperties({UpstreamProperties.class, ServiceClientProperties.class})
public class UpstreamAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(Client.class)
    Client upstreamClient(
            UpstreamProperties properties,
            LoadBalancerClient loadBalancer,
            LoadBalancerClientFactory factory,
            List<LoadBalancerFeignRequestTransformer> transformers) {
        return new FeignBlockingLoadBalancerClient(
                new HttpExchange(properties.connectTimeout()), loadBalancer, factory, transformers);
    }

    @Bean
    BulkheadRegistry upstreamBulkheads(UpstreamProperties properties) {
        return BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(properties.concurrentCalls())
                .maxWaitDuration(Duration.ZERO)
                .build());
    }

    @Bean
    CircuitBreakerRegistry upstreamCircuitBreakers(UpstreamProperties properties) {
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(properties.calls())
                .minimumNumberOfCalls(properties.calls())
                .failureRateThreshold(properties.failurePercent())
                .waitDurationInOpenState(properties.pause())
                .permittedNumberOfCallsInHalfOpenState(3)
                .build());
    }

    @Bean
    MeterBinder upstreamMetrics(BulkheadRegistry bulkheads, CircuitBreakerRegistry breakers) {
        return registry -> {
            TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(registry);
            TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(registry);
        };
    }

    @Bean
    Capability upstreamGuards(BulkheadRegistry bulkheads, CircuitBreakerRegistry breakers) {
        return new Guards(bulkheads, breakers);
    }

    /** Checked at start when anything of it is configured, so that half a configuration does not lie in wait. */
    @Bean
    ServiceTokenSource serviceTokenSource(ServiceClientProperties properties, Clock clock) {
        return properties.isPresent()
                ? ServiceTokenSource.of(new ServiceTokens(properties.complete(), clock))
                : ServiceTokenSource.absent(properties);
    }

    @Bean
    RequestInterceptor callerHeaders(
            ServiceTokenSource tokens, ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new CallerHeaders(tokens.token(), tracer.getIfUnique(), propagator.getIfUnique());
    }

    @Bean
    ErrorDecoder upstreamErrors(ServiceTokenSource tokens) {
        return new UpstreamErrors(tokens.refused());
    }

    @Bean
    @Scope("prototype")
    Retryer upstreamRetryer() {
        return new RetryReadsOnce();
    }

    @Bean
    Decoder upstreamDecoder(JsonMapper json) {
        return new OptionalDecoder(new ResponseEntityDecoder(new TolerantJson(json)));
    }

    /** The service's own token, and what to do when it was refused. */
    record ServiceTokenSource(Supplier<String> token, Runnable refused) {

        static ServiceTokenSource of(ServiceTokens tokens) {
            return new ServiceTokenSource(tokens, tokens::forget);
        }

        static ServiceTokenSource absent(ServiceClientProperties properties) {
            Supplier<String> refusal = () -> {
                throw properties.missing();
            };
            return new ServiceTokenSource(refusal, () -> {});
        }
    }

    /** Puts the guards around whatever client Feign uses; public because Feign calls it by reflection. */
    public static final class Guards implements Capability {

        private final BulkheadRegistry bulkheads;
        private final CircuitBreakerRegistry breakers;

        Guards(BulkheadRegistry bulkheads, CircuitBreakerRegistry breakers) {
            this.bulkheads = bulkheads;
            this.breakers = breakers;
        }

        @Override
        public Client enrich(Client client) {
            return new GuardedClient(client, bulkheads, breakers);
        }
    }
}
