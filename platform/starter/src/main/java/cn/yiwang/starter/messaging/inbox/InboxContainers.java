package cn.yiwang.starter.messaging.inbox;

import cn.yiwang.starter.messaging.EventConsumer;
import cn.yiwang.starter.messaging.EventGroupConsumer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** One listener per event consumer. */
final class InboxContainers implements SmartLifecycle {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final String MAXIMUM_POLL = "200";
    private static final String METADATA_AGE_MILLIS = "5000";

    private final String service;
    private final List<Inbox> inboxes;
    private final Map<String, Object> connection;
    private final InboxProperties properties;
    private List<ConcurrentMessageListenerContainer<String, byte[]>> containers = List.of();
    private volatile boolean running;

    InboxContainers(String service, List<Inbox> inboxes, Map<String, Object> connection, InboxProperties properties) {
        Set<String> names = new HashSet<>();
        for (Inbox inbox : inboxes) {
            String name = inbox.consumer().name();
            if (!NAME.matcher(name).matches() || !names.add(name)) {
                throw new IllegalStateException("Not a unique kebab-case name of an event consumer: " + name);
            }
        }
        this.service = service;
        this.inboxes = inboxes;
        this.connection = connection;
        this.properties = properties;
    }

    @Override
    public void start() {
        containers = inboxes.stream().map(this::container).toList();
        containers.forEach(ConcurrentMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts last and stops first. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 100;
    }

    private ConcurrentMessageListenerContainer<String, byte[]> container(Inbox inbox) {
        EventConsumer consumer = inbox.consumer();
        ContainerProperties settings = new ContainerProperties(consumer.topics().toArray(String[]::new));
        settings.setGroupId(service + "." + consumer.name());
        settings.setClientId(service + "." + consumer.name());
        settings.setAckMode(ContainerProperties.AckMode.BATCH);
        settings.setMessageListener(new InboxListener(inbox));
        settings.setMissingTopicsFatal(false);
        settings.setStopImmediate(true);
        if (consumer instanceof EventGroupConsumer) {
            settings.setIdleBetweenPolls(properties.gathering().toMillis());
        }
        var container = new ConcurrentMessageListenerContainer<>(consumerFactory(), settings);
        container.setBeanName(consumer.name());
        container.setConcurrency(consumer instanceof EventGroupConsumer ? 1 : properties.concurrency());
        container.setCommonErrorHandler(waiting());
        return container;
    }

    private DefaultKafkaConsumerFactory<String, byte[]> consumerFactory() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAXIMUM_POLL);
        // A topic whose owner starts later than this consumer is seen within that time.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MILLIS);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Everything that reaches the error handler is an ill infrastructure, whatever its type: wait, again and again. */
    private DefaultErrorHandler waiting() {
        ExponentialBackOff backOff =
                new ExponentialBackOff(properties.firstBackOff().toMillis(), 2);
        backOff.setMaxInterval(properties.longestBackOff().toMillis());
        DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
        handler.setClassifications(Map.of(), true);
        handler.setCommitRecovered(false);
        return handler;
    }
}
