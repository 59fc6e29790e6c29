package cn.yiwang.starter.messaging.inbox;

import static cn.yiwang.starter.messaging.inbox.ParkedMessage.Status.DISMISSED;
import static cn.yiwang.starter.messaging.inbox.ParkedMessage.Status.HANDLED;
import static cn.yiwang.starter.messaging.inbox.ParkedMessage.Status.PARKED;
import static cn.yiwang.starter.messaging.inbox.ParkedMessage.Status.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.starter.database.RealServers;
import cn.yiwang.starter.http.StaleVersionException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class InboxTest {

    private final InboxFixture fixture = new InboxFixture(RealServers.schema(), Set.of(InboxFixture.TOPIC), 10);

    @Test
    void an_event_that_arrives_twice_has_one_effect() {
        Incoming event = fixture.event("a", 1);

        fixture.inbox.take(event);
        fixture.inbox.take(event);

        assertThat(fixture.effects("a")).containsExactly(1L);
    }

    @Test
    void an_event_that_arrives_twice_at_the_same_moment_has_one_effect() {
        for (int round = 1; round <= 20; round++) {
            Incoming event = fixture.event("a", round);
            CyclicBarrier start = new CyclicBarrier(2);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> takeAt(start, event));
            takeAt(start, event);
            other.join();
        }

        assertThat(fixture.effects("a")).hasSize(20);
    }

    @Test
    void an_event_that_cannot_be_handled_is_parked_with_its_reason_and_without_its_effect() {
        fixture.consumer.failAt("a", 1, () -> new IllegalStateException("no such item"));

        fixture.inbox.take(fixture.event("a", 1));

        assertThat(fixture.effects("a")).isEmpty();
        assertThat(fixture.parked(PARKED)).singleElement().satisfies(message -> {
            assertThat(message.reason()).isEqualTo("IllegalStateException: no such item");
            assertThat(message.aggregateId()).isEqualTo("a");
            assertThat(message.eventType()).isEqualTo("cn.yiwang.test.happened.v1");
            assertThat(message.attempts()).isEqualTo(1);
        });
    }

    @Test
    void later_events_of_the_same_aggregate_wait_and_other_aggregates_go_on() {
        fixture.consumer.failAt("a", 1, () -> new IllegalStateException("ill"));

        fixture.inbox.take(fixture.event("a", 1));
        fixture.inbox.take(fixture.event("a", 2));
        fixture.inbox.take(fixture.event("b", 1));

        assertThat(fixture.effects("a")).isEmpty();
        assertThat(fixture.effects("b")).containsExactly(1L);
        assertThat(fixture.parked(WAITING)).singleElement().satisfies(message -> assertThat(message.attempts())
                .isZero());
    }

    @Test
    void a_redrive_handles_the_aggregate_in_order_and_then_it_is_free() {
        fixture.consumer.failAt("a", 1, () -> new IllegalStateException("ill"));
        for (int sequence = 1; sequence <= 4; sequence++) {
            fixture.inbox.take(fixture.event("a", sequence));
        }
        fixture.consumer.recover();

        // The operator may point at any message of the queue; it is its head that comes first.
        Redrive.Result result = fixture.redrive.redrive(fixture.parked(WAITING).getLast());

        assertThat(result).isEqualTo(new Redrive.Result(4, 0, null, null));
        fixture.inbox.take(fixture.event("a", 5));
        assertThat(fixture.effects("a")).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(fixture.parked(HANDLED)).hasSize(4);
    }

    @Test
    void a_redrive_stops_at_the_message_that_fails_again() {
        fixture.consumer.failAt("a", 1, () -> new IllegalStateException("ill"));
        fixture.consumer.failAt("a", 2, () -> new IllegalStateException("ill too"));
        for (int sequence = 1; sequence <= 3; sequence++) {
            fixture.inbox.take(fixture.event("a", sequence));
        }
        ParkedMessage first = fixture.parked(PARKED).getFirst();

        assertThat(fixture.redrive.redrive(first))
                .isEqualTo(new Redrive.Result(0, 3, first.id(), "IllegalStateException: ill"));
        assertThat(fixture.parked.find(first.id()).orElseThrow().attempts()).isEqualTo(2);

        fixture.consumer.failAt("a", 1, () -> null);
        Redrive.Result second = fixture.redrive.redrive(first);

        assertThat(second.handled()).isEqualTo(1);
        assertThat(second.remaining()).isEqualTo(2);
        assertThat(second.reason()).isEqualTo("IllegalStateException: ill too");
        assertThat(fixture.effects("a")).containsExactly(1L);
    }

    @Test
    void a_redrive_of_what_is_handled_does_nothing() {
        fixture.consumer.failAt("a", 1, () -> new IllegalStateException("ill"));
        fixture.inbox.take(fixture.event("a", 1));
        ParkedMessage message = fixture.parked(PARKED).getFirst();
        fixture.consumer.recover();
        fixture.redrive.redrive(message);

        assertThat(fixture.redrive.redrive(message)).isEqualTo(new Redrive.Result(0, 0, null, null));
        assertThat(fixture.effects("a")).containsExactly(1L);
    }

    @Test
    void a_try_that_failed_does_not_open_again_what_another_operator_has_handled_meanwhile() {
        fixture.consumer.failAt("a", 1, () -> new IllegalStateException("ill"));
        fixture.inbox.take(fixture.event("a", 1));
        ParkedMessage message = fixture.parked(PARKED).getFirst();
        fixture.consumer.recover();
        fixture.redrive.redrive(message);

        fixture.parked.failAgain(message, "the slower of the two tries");

        assertThat(fixture.parked.find(message.id()).orElseThrow().status()).isEqualTo(HANDLED);
    }

    @Test
    void events_that_arrive_during_a_redrive_are_neither_lost_nor_early() {
        for (int round = 1; round <= 15; round++) {
            String subject = "race-" + round;
            fixture.consumer.failAt(subject, 1, () -> new IllegalStateException("ill"));
            fixture.inbox.take(fixture.event(subject, 1));
            fixture.inbox.take(fixture.event(subject, 2));
            ParkedMessage head = fixture.parked(PARKED).getFirst();
            fixture.consumer.recover();

            CompletableFuture<Void> operator = CompletableFuture.runAsync(() -> fixture.redrive.redrive(head));
            for (int sequence = 3; sequence <= 6; sequence++) {
                fixture.inbox.take(fixture.event(subject, sequence));
            }
            operator.join();

            assertThat(fixture.effects(subject)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(fixture.parked.countOpen(10)).isZero();
        }
    }

    @Test
    void what_an_operator_gives_up_frees_what_waits_behind_it() {
        fixture.consumer.failAt("a", 1, () -> new IllegalStateException("ill"));
        fixture.inbox.take(fixture.event("a", 1));
        fixture.inbox.take(fixture.event("a", 2));
        ParkedMessage head = fixture.parked(PARKED).getFirst();

        assertThat(fixture.redrive.dismiss(head, "sent by mistake")).isTrue();
        assertThat(fixture.redrive.dismiss(head, "again")).isFalse();
        fixture.redrive.redrive(head);

        assertThat(fixture.effects("a")).containsExactly(2L);
        assertThat(fixture.parked(DISMISSED)).singleElement().satisfies(message -> assertThat(message.reason())
                .isEqualTo("sent by mistake"));
    }

    @Test
    void an_ill_infrastructure_parks_nothing_and_leaves_no_trace() {
        fixture.consumer.failAt(
                "a", 1, () -> new IllegalStateException(new DataAccessResourceFailureException("down")));
        Incoming event = fixture.event("a", 1);

        assertThatThrownBy(() -> fixture.inbox.take(event)).hasRootCauseMessage("down");
        assertThat(fixture.parked.countOpen(10)).isZero();

        fixture.consumer.recover();
        fixture.inbox.take(event);
        assertThat(fixture.effects("a")).containsExactly(1L);
    }

    @Test
    void a_conflict_with_somebody_else_is_tried_again_at_once() {
        AtomicInteger tries = new AtomicInteger();
        fixture.consumer.failAt("a", 1, () -> tries.incrementAndGet() < 3 ? new StaleVersionException() : null);

        fixture.inbox.take(fixture.event("a", 1));

        assertThat(tries).hasValue(3);
        assertThat(fixture.effects("a")).containsExactly(1L);
    }

    @Test
    void a_message_that_is_no_event_is_parked_too() {
        fixture.inbox.take(fixture.incoming("a", "{\"specversion\":\"1.0\""));
        fixture.inbox.take(fixture.incoming(null, "hello"));
        fixture.inbox.take(fixture.incoming("b", "{\"specversion\":\"1.0\",\"id\":\"x\",\"data\":{}}"));
        fixture.inbox.take(fixture.event("c", 1));

        assertThat(fixture.parked(PARKED))
                .extracting(ParkedMessage::aggregateId)
                .containsExactly("a", InboxFixture.TOPIC + "/0/1", "b");
        assertThat(fixture.effects("c")).containsExactly(1L);
        ParkedMessage broken = fixture.parked(PARKED).getFirst();
        assertThat(fixture.redrive.redrive(broken).reason()).startsWith("MalformedEventException: Not JSON");
    }

    @Test
    void a_group_shares_one_transaction_and_falls_apart_when_one_of_it_is_ill() {
        List<Incoming> healthy = List.of(fixture.event("a", 1), fixture.event("b", 1));
        List<Incoming> mixed = List.of(fixture.event("a", 2), fixture.event("b", 2), fixture.event("a", 3));
        fixture.consumer.failAt("a", 2, () -> new IllegalStateException("ill"));

        assertThat(fixture.inbox.takeTogether(healthy)).isTrue();
        assertThat(fixture.inbox.takeTogether(mixed)).isFalse();
        assertThat(fixture.effects("b")).containsExactly(1L);

        mixed.forEach(fixture.inbox::take);
        assertThat(fixture.effects("b")).containsExactly(1L, 2L);
        assertThat(fixture.effects("a")).containsExactly(1L);
        assertThat(fixture.parked.countOpen(10)).isEqualTo(2);
    }

    private void takeAt(CyclicBarrier start, Incoming event) {
        try {
            start.await();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        fixture.inbox.take(event);
    }
}
