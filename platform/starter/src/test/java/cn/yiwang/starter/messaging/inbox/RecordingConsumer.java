package cn.yiwang.starter.messaging.inbox;

import cn.yiwang.starter.messaging.EventConsumer;
import cn.yiwang.starter.messaging.ReceivedEvent;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a row per event, and fails for the events it was told to. */
final class RecordingConsumer implements EventConsumer {

    private final JdbcClient jdbc;
    private final Set<String> topics;
    private final int groupSize;
    private final Map<String, Supplier<RuntimeException>> failures = new ConcurrentHashMap<>();

    RecordingConsumer(JdbcClient jdbc, Set<String> topics, int groupSize) {
        this.jdbc = jdbc;
        this.topics = topics;
        this.groupSize = groupSize;
    }

    /** From now on the event fails with it, after it has had its effect; unless the supplier gives null. */
    void failAt(String subject, long sequence, Supplier<RuntimeException> failure) {
        failures.put(subject + "/" + sequence, failure);
    }

    void recover() {
        failures.clear();
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public Set<String> topics() {
        return topics;
    }

    @Override
    public boolean accepts(String type) {
        return !type.contains("ignored");
    }

    @Override
    public int groupSize() {
        return groupSize;
    }

    @Override
    public void handle(ReceivedEvent event) {
        jdbc.sql("INSERT INTO effect (subject, sequence_number) VALUES (?, ?)")
                .params(event.subject(), event.sequence())
                .update();
        RuntimeException failure = failures.getOrDefault(event.subject() + "/" + event.sequence(), () -> null)
                .get();
        if (failure != null) {
            throw failure;
        }
    }
}
