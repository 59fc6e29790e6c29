package cn.yiwang.starter.messaging.inbox;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;

/** Feeds what the broker delivers to the inbox of one consumer, in order. */
final class InboxListener implements BatchMessageListener<String, byte[]> {

    private final Inbox inbox;

    InboxListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> messages) {
        int groupSize = Math.max(1, inbox.consumer().groupSize());
        List<Delivery> group = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            Delivery delivery = new Delivery(message, Incoming.of(message));
            if (inbox.concerns(delivery.incoming())) {
                group.add(delivery);
            }
            if (group.size() == groupSize) {
                take(group);
                group.clear();
            }
        }
        take(group);
    }

    private void take(List<Delivery> group) {
        if (group.size() > 1
                && inbox.takeTogether(group.stream().map(Delivery::incoming).toList())) {
            return;
        }
        for (Delivery delivery : group) {
            try {
                inbox.take(delivery.incoming());
            } catch (RuntimeException unavailable) {
                // Offsets before this record are committed; this one and what follows come again after a pause.
                throw new BatchListenerFailedException(
                        inbox.consumer().name() + " waits for the infrastructure", unavailable, delivery.message());
            }
        }
    }

    private record Delivery(ConsumerRecord<String, byte[]> message, Incoming incoming) {}
}
