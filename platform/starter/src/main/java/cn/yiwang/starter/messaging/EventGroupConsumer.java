package cn.yiwang.starter.messaging;

import java.util.List;

/**
 * A consumer that does nothing but write to the database and therefore takes many events in one transaction, with as few statements as it
 * can. One thread of an instance feeds it, with a short pause between two looks at the broker, so that a stream of events comes in groups.
 * When one event of a group fails, all are rolled back and each goes to {@link #handle}.
 */
public interface EventGroupConsumer extends EventConsumer {

    @Override
    default int groupSize() {
        return 100;
    }

    /** Handles the events in this order, in one transaction with all their marks. */
    void handleTogether(List<ReceivedEvent> events);
}
