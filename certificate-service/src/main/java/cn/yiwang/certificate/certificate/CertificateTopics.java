package cn.yiwang.certificate.certificate;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

@Configuration(proxyBeanMethods = false)
class CertificateTopics {

    @Bean
    NewTopic certificateTopic() {
        return TopicBuilder.name(CertificateNews.TOPIC)
                .partitions(6)
                .config("retention.ms", "-1")
                .build();
    }
}
