package cn.yiwang.application.handling;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topic that this service owns; its events do not expire, so that a reader can begin at the beginning. */
@Configuration(proxyBeanMethods = false)
class Topics {

    private static final int PARTITIONS = 6;

    @Bean
    NewTopic applicationEvents() {
        return TopicBuilder.name(Journal.TOPIC)
                .partitions(PARTITIONS)
                .config("retention.ms", "-1")
                .build();
    }
}
