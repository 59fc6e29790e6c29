package cn.yiwang.starter.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class OutboxSenderTest {

    private static final List<OutboxRow> ONE_ROW = List.of(new OutboxRow(7, "yiwang.sample", "a", null, "{}"));

    private final Deque<Producer<String, byte[]>> producers = new ArrayDeque<>();
    private final OutboxSender sender = new OutboxSender(producers::removeFirst, Duration.ZERO);

    @Test
    void a_producer_that_failed_for_good_is_replaced() {
        MockProducer<String, byte[]> fenced = producer();
        fenced.sendException = new InvalidProducerEpochException("fenced");
        MockProducer<String, byte[]> fresh = producer();
        producers.addAll(List.of(fenced, fresh));

        assertThat(sender.send(ONE_ROW, () -> true)).isEmpty();
        assertThat(fenced.closed()).isTrue();
        assertThat(sender.send(ONE_ROW, () -> true)).containsExactly(7L);
        assertThat(fresh.history()).hasSize(1);
    }

    @Test
    void a_producer_that_only_has_to_wait_is_kept() {
        MockProducer<String, byte[]> patient = producer();
        patient.sendException = new TimeoutException("no broker");
        producers.add(patient);

        assertThat(sender.send(ONE_ROW, () -> true)).isEmpty();
        patient.sendException = null;
        assertThat(sender.send(ONE_ROW, () -> true)).containsExactly(7L);
        assertThat(patient.closed()).isFalse();
    }

    private static MockProducer<String, byte[]> producer() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }
}
