package cn.yiwang.application.certificate;

import cn.yiwang.starter.confidential.AesGcmCodec;
import cn.yiwang.starter.confidential.KeyRing;
import cn.yiwang.starter.confidential.Secrets;
import cn.yiwang.starter.messaging.Outbox;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Gives the requests the keys that this service shares with certificate-service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CertificateConfiguration.RequestKeys.class)
class CertificateConfiguration {

    @Bean
    CertificateRequests certificateRequests(Outbox outbox, RequestKeys keys, JsonMapper json) {
        String current = Secrets.required("yiwang.certificate-requests.current-key", keys.currentKey());
        String key = Secrets.required(
                "yiwang.certificate-requests.keys." + current, keys.keys().get(current));
        // Nothing is looked up by these values, so the index key is never used; it only must be one.
        AesGcmCodec seal =
                new AesGcmCodec(KeyRing.of(current, keys.keys()), KeyRing.secretKey(current, key, "HmacSHA256"));
        return new CertificateRequests(outbox, seal, json);
    }

    /** {@code yiwang.certificate-requests}. */
    @ConfigurationProperties("yiwang.certificate-requests")
    record RequestKeys(
            @Nullable String currentKey, @DefaultValue Map<String, String> keys) {}
}
