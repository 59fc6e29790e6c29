package cn.yiwang.catalog.search;

import cn.yiwang.catalog.item.CatalogTopic;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.support.TopicPartitionOffset;
import org.springframework.kafka.support.TopicPartitionOffset.SeekPosition;
import org.springframework.stereotype.Component;

/**
 * Hears on the catalog's own topic what other instances published. Every instance hears everything, so it reads all partitions from
 * their end without a group; it keeps no position, for the index is built from the database at each start.
 */
@Component
class CatalogNewsListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogNewsListener.class);

    private final KafkaMessageListenerContainer<String, String> container;
    private final KeepIndexFresh index;

    CatalogNewsListener(KafkaProperties kafka, KeepIndexFresh index) {
        this.index = index;
        var partitions = IntStream.range(0, CatalogTopic.PARTITIONS)
                .mapToObj(partition -> new TopicPartitionOffset(CatalogTopic.NAME, partition, SeekPosition.END))
                .toArray(TopicPartitionOffset[]::new);
        var properties = new ContainerProperties(partitions);
        properties.setMessageListener((MessageListener<String, String>) this::hear);
        properties.setMissingTopicsFatal(false);
        // Nothing is ever acknowledged: there is no group whose position could be kept.
        properties.setAckMode(AckMode.MANUAL);
        container = new KafkaMessageListenerContainer<>(consumers(kafka), properties);
        container.setBeanName("catalog-news");
    }

    private static DefaultKafkaConsumerFactory<String, String> consumers(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private void hear(ConsumerRecord<String, String> message) {
        try {
            index.refresh(UUID.fromString(message.key()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "News at {}-{} was not understood; the next comparison finds what changed",
                    message.partition(),
                    message.offset(),
                    e);
        }
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    @Override
    public int getPhase() {
        return KeepIndexFresh.PHASE - 1;
    }
}
