package cn.yiwang.starter.confidential;

import javax.crypto.SecretKey;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The codec of personal data, and its mask in JSON. */
@AutoConfiguration
@EnableConfigurationProperties(ConfidentialProperties.class)
public class ConfidentialAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ConfidentialCodec confidentialCodec(ConfidentialProperties properties) {
        String current = Secrets.required("yiwang.confidential.current-key", properties.currentKey());
        String currentKey = properties.keys().get(current);
        Secrets.required("yiwang.confidential.keys." + current, currentKey);
        properties.keys().forEach((id, key) -> Secrets.key("yiwang.confidential.keys." + id, key, "AES"));
        SecretKey indexKey = Secrets.key("yiwang.confidential.index-key", properties.indexKey(), "HmacSHA256");
        return new AesGcmCodec(KeyRing.of(current, properties.keys()), indexKey);
    }

    @Bean
    ConfidentialModule confidentialModule() {
        return new ConfidentialModule();
    }
}
