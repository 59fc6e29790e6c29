package cn.yiwang.exchange.event;

import cn.yiwang.starter.messaging.EventGroupConsumer;
import cn.yiwang.starter.messaging.ReceivedEvent;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes everything that the owners publish into the log. */
@Component
class OwnerEvents implements EventGroupConsumer {

    private final EventLog log;

    OwnerEvents(EventLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "event-log";
    }

    @Override
    public Set<String> topics() {
        return EventOwner.topics();
    }

    @Override
    public void handleTogether(List<ReceivedEvent> events) {
        log.append(events);
    }

    @Override
    public void handle(ReceivedEvent event) {
        log.append(List.of(event));
    }
}
