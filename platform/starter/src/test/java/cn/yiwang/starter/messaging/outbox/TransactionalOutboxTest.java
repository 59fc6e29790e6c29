package cn.yiwang.starter.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.starter.database.RealServers;
import cn.yiwang.starter.database.TestSchema;
import cn.yiwang.starter.messaging.CloudEvents;
import cn.yiwang.starter.messaging.EventDraft;
import cn.yiwang.starter.messaging.ReceivedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.IllegalTransactionStateException;

class TransactionalOutboxTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final TestSchema schema = RealServers.schema();
    private final OutboxFixture fixture =
            new OutboxFixture(schema.first(), "127.0.0.1:1", Duration.ofSeconds(5), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void sending_without_a_transaction_throws() {
        assertThatThrownBy(() -> fixture.outbox.send(OutboxFixture.draft("yiwang.application", "a", 1)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void an_event_of_a_transaction_that_rolls_back_never_was() {
        schema.transaction().executeWithoutResult(status -> {
            fixture.outbox.send(OutboxFixture.draft("yiwang.application", "a", 1));
            status.setRollbackOnly();
        });

        assertThat(waiting()).isEmpty();
    }

    @Test
    void what_is_stored_is_the_complete_cloud_event() {
        fixture.publish("yiwang.application", "0193-a", 3);

        String json = waiting().getFirst().payload();
        ReceivedEvent event = CloudEvents.read(json.getBytes(StandardCharsets.UTF_8));
        assertThat(event.id().version()).isEqualTo(7);
        assertThat(event.source()).isEqualTo("/yiwang/application-service");
        assertThat(event.type()).isEqualTo("cn.yiwang.application.accepted.v1");
        assertThat(event.subject()).isEqualTo("0193-a");
        assertThat(event.time()).isEqualTo(NOW);
        assertThat(event.sequence()).isEqualTo(3);
        assertThat(event.dataSchema())
                .isEqualTo("/contracts/application/events/cn.yiwang.application.accepted.v1.schema.json");
        assertThat(event.data().path("number").intValue()).isEqualTo(3);
        assertThat(json)
                .contains("\"specversion\":\"1.0\"", "\"datacontenttype\":\"application/json\"", "\"sequence\":\"3\"");
    }

    @Test
    void one_sequence_of_an_aggregate_is_used_once() {
        fixture.publish("yiwang.application", "a", 1);

        assertThatThrownBy(() -> fixture.publish("yiwang.application", "a", 1))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void an_event_has_a_bounded_size_and_a_proper_name() {
        EventDraft large = new EventDraft(
                "yiwang.application", "cn.yiwang.application.accepted.v1", "a", 1, Map.of("x", "长".repeat(5_000)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema.transaction().executeWithoutResult(status -> fixture.outbox.send(large)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventDraft("yiwang.application", "accepted", "a", 1, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventDraft("t", "cn.yiwang.application.accepted.v1", "a", 0, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventDraft("t", "cn.yiwang.application.accepted.v1", "一", 1, Map.of()));
    }

    @Test
    void what_was_sent_long_ago_is_removed_in_small_batches_and_what_waits_is_not() {
        for (int number = 1; number <= 7; number++) {
            fixture.publish("yiwang.application", "a", number);
        }
        List<Long> ids = waiting().stream().map(OutboxRow::id).toList();
        fixture.table.markSent(ids.subList(0, 5), NOW.minus(Duration.ofDays(8)));
        fixture.table.markSent(ids.subList(5, 6), NOW.minus(Duration.ofDays(6)));

        Instant before = NOW.minus(Duration.ofDays(7));
        assertThat(fixture.table.removeSentBefore(before, 3)).isEqualTo(3);
        assertThat(fixture.table.removeSentBefore(before, 3)).isEqualTo(2);
        assertThat(fixture.table.removeSentBefore(before, 3)).isZero();
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void the_backlog_tells_how_many_wait_and_since_when() {
        assertThat(fixture.table.backlog(10)).isEqualTo(new OutboxTable.Backlog(0, null));

        fixture.publish("yiwang.application", "a", 1);
        fixture.publish("yiwang.application", "b", 1);

        assertThat(fixture.table.backlog(10)).isEqualTo(new OutboxTable.Backlog(2, NOW));
        assertThat(fixture.table.backlog(1).events()).isEqualTo(1);
    }

    @Test
    void looking_for_what_waits_does_not_read_what_was_sent() {
        String plan = schema.jdbc()
                .sql("""
                        EXPLAIN SELECT id, payload FROM outbox_event FORCE INDEX (outbox_event_waits)
                        WHERE sent_at IS NULL AND shard IN (1, 2, 3) ORDER BY id LIMIT 500""")
                .query((row, _) -> row.getString("type") + " " + row.getString("key") + " " + row.getString("Extra"))
                .single();

        assertThat(plan).startsWith("ref outbox_event_waits").doesNotContain("filesort");
    }

    private List<OutboxRow> waiting() {
        return fixture.table.waiting(Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), Set.of(), 100);
    }
}
