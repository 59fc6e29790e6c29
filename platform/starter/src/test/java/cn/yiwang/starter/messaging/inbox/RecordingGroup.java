package cn.yiwang.starter.messaging.inbox;

import cn.yiwang.starter.messaging.EventGroupConsumer;
import cn.yiwang.starter.messaging.ReceivedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a row per event, and notes in which groups they came. */
final class RecordingGroup implements EventGroupConsumer {

    final List<List<String>> groups = new CopyOnWriteArrayList<>();
    private final JdbcClient jdbc;
    private final Set<String> topics;
    private String illSubject = "";

    RecordingGroup(JdbcClient jdbc, Set<String> topics) {
        this.jdbc = jdbc;
        this.topics = topics;
    }

    void failAt(String subject) {
        illSubject = subject;
    }

    @Override
    public String name() {
        return "recording-group";
    }

    @Override
    public Set<String> topics() {
        return topics;
    }

    @Override
    public void handleTogether(List<ReceivedEvent> events) {
        groups.add(
                events.stream().map(event -> event.subject() + event.sequence()).toList());
        events.forEach(this::write);
    }

    @Override
    public void handle(ReceivedEvent event) {
        groups.add(List.of(event.subject() + event.sequence()));
        write(event);
    }

    private void write(ReceivedEvent event) {
        jdbc.sql("INSERT INTO effect (subject, sequence_number) VALUES (?, ?)")
                .params(event.subject(), event.sequence())
                .update();
        if (event.subject().equals(illSubject)) {
            throw new IllegalStateException("ill");
        }
    }
}
