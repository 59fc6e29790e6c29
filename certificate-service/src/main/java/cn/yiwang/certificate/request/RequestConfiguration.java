package cn.yiwang.certificate.request;

import cn.yiwang.certificate.certificate.IssueCertificate;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RequestKeys.class)
class RequestConfiguration {

    @Bean
    RequestConsumer requestConsumer(RequestKeys keys, IssueCertificate issue) {
        return new RequestConsumer(RequestSeal.of(keys), issue);
    }

    @Bean
    NewTopic requestsTopic() {
        return TopicBuilder.name(CertificateRequested.TOPIC)
                .partitions(6)
                .config("retention.ms", "-1")
                .build();
    }
}
