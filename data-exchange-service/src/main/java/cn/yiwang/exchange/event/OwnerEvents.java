package cn.yiwang.exchange.event;

import cn.yiwang.starter.messaging.EventConsumer;
import cn.yiwang.starter.messaging.ReceivedEvent;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes everything that the owners publish into the log. */
@Component
class OwnerEvents implements EventConsumer {

    private static final int GROUP = 100;

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
    public int groupSize() {
        return GROUP;
    }

    @Override
    public void handle(ReceivedEvent event) {
        log.append(event);
    }
}
