package cn.yiwang.starter.messaging;

import java.util.Set;

/**
 * Handles the events of some topics, once each and in order per aggregate.
 *
 * <p>A bean of this type gets a listener of its own (consumer group {@code <service>.<name>}). {@link #handle} runs in one transaction with
 * the mark that the event was handled. When it throws because a part of the infrastructure is down (database, an upstream service), the
 * event is tried again until it works and everything behind it waits; when it throws anything else, the event is parked for an operator,
 * and only later events of the same aggregate wait behind it.
 */
public interface EventConsumer {

    /** A short kebab-case name, unique and lasting in the service: it names the consumer group. */
    String name();

    Set<String> topics();

    /** Whether events of this type are of interest; the others are passed over without a trace. */
    default boolean accepts(String type) {
        return true;
    }

    /**
     * How many events may share one transaction. More than one is for a consumer that does nothing but write to the database: when one
     * event of the group fails, all are rolled back and handled again one by one. {@link EventGroupConsumer} also shares statements.
     */
    default int groupSize() {
        return 1;
    }

    void handle(ReceivedEvent event);
}
