package cn.yiwang.catalog.item;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topic on which the catalog says what changed; its messages don't expire. */
@Configuration(proxyBeanMethods = false)
public class CatalogTopic {

    public static final String NAME = "yiwang.catalog";
    public static final int PARTITIONS = 6;

    @Bean
    NewTopic topicOfTheCatalog() {
        return TopicBuilder.name(NAME)
                .partitions(PARTITIONS)
                .config("retention.ms", "-1")
                .build();
    }
}
