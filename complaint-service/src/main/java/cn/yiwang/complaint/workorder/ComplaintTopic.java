package cn.yiwang.complaint.workorder;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** Declares the topic that this service owns. */
@Configuration(proxyBeanMethods = false)
class ComplaintTopic {

    private static final int PARTITIONS = 6;

    @Bean
    NewTopic complaintEvents() {
        return TopicBuilder.name(WorkOrderNews.TOPIC)
                .partitions(PARTITIONS)
                .config("retention.ms", "-1")
                .build();
    }
}
