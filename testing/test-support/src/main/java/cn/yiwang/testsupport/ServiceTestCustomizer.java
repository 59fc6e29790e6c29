package cn.yiwang.testsupport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Points a context at the servers of the tests; contexts with the same upstreams are interchangeable. */
record ServiceTestCustomizer(List<String> upstreams) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("service-test", properties()));
        if (context instanceof BeanDefinitionRegistry registry) {
            var clock = new RootBeanDefinition(MovableClock.class, MovableClock::shared);
            clock.setTargetType(MovableClock.class);
            clock.setPrimary(true);
            clock.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
            registry.registerBeanDefinition("movableClock", clock);
        } else {
            throw new IllegalStateException("no place for the " + Clock.class + " in " + context);
        }
    }

    private Map<String, Object> properties() {
        var schema = TestServers.freshSchema();
        var issuer = TestIssuer.shared();
        var properties = new LinkedHashMap<String, Object>();
        properties.put("spring.datasource.url", schema.url());
        properties.put("spring.datasource.username", schema.user());
        properties.put("spring.datasource.password", schema.password());
        properties.put("spring.kafka.bootstrap-servers", TestServers.broker().bootstrapServers());
        properties.put("spring.cloud.discovery.enabled", "false");
        properties.put("eureka.client.enabled", "false");
        properties.put("yiwang.security.issuers[0].uri", issuer.uri());
        properties.put("yiwang.security.issuers[0].jwk-set-uri", issuer.jwkSetUri());
        properties.put("yiwang.security.client.id", TestIssuer.CLIENT_ID);
        properties.put("yiwang.security.client.secret", "any");
        properties.put("yiwang.security.client.token-uri", issuer.tokenUri());
        properties.put("yiwang.confidential.current-key", "k1");
        properties.put("yiwang.confidential.keys.k1", key("confidential"));
        properties.put("yiwang.confidential.index-key", key("blind index"));
        properties.put("yiwang.audit.key", key("audit chain"));
        properties.put("yiwang.certificate-requests.current-key", "k1");
        properties.put("yiwang.certificate-requests.keys.k1", key("certificate requests"));
        properties.put("yiwang.files.directory", TestServers.freshFolder().toString());
        properties.put("yiwang.public-base-url", "https://yiwang.example");
        upstreams.forEach(name -> properties.put(
                "spring.cloud.openfeign.client.config." + name + ".url",
                Upstreams.of(name).baseUrl()));
        return properties;
    }

    /** 32 bytes that are the same in each run, for no secret of a test is a secret. */
    private static String key(String purpose) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(hash.digest(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
