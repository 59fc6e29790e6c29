package cn.yiwang.starter.messaging.inbox;

import static cn.yiwang.starter.messaging.inbox.ParkedMessage.Status.HANDLED;
import static cn.yiwang.starter.messaging.inbox.ParkedMessage.Status.PARKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.starter.database.RealServers;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator does with parked messages happens together with its record, or not at all. */
class RedriveAuditTest {

    private final InboxFixture fixture = new InboxFixture(RealServers.schema(), Set.of(InboxFixture.TOPIC), 10);
    private ParkedMessage first;
    private ParkedMessage second;

    @BeforeEach
    void two_messages_of_one_aggregate_wait() {
        fixture.consumer.failAt("a", 1, () -> new IllegalStateException("ill"));
        fixture.inbox.take(fixture.event("a", 1));
        fixture.inbox.take(fixture.event("a", 2));
        first = fixture.parked(PARKED).getFirst();
        second = fixture.parked(ParkedMessage.Status.WAITING).getFirst();
    }

    @Test
    void every_message_that_was_tried_is_on_record_with_what_became_of_it() {
        fixture.redrive.redrive(second);
        fixture.consumer.recover();
        fixture.redrive.redrive(second);

        assertThat(fixture.audit.entries())
                .containsExactly(
                        "redrive-parked-message " + first.id() + " {handled=false}",
                        "redrive-parked-message " + first.id() + " {handled=true}",
                        "redrive-parked-message " + second.id() + " {handled=true}");
    }

    @Test
    void a_message_whose_handling_cannot_be_recorded_stays_parked_without_effect() {
        fixture.consumer.recover();
        fixture.audit.fail();

        assertThatThrownBy(() -> fixture.redrive.redrive(first)).hasMessage("the audit trail is full");

        assertThat(fixture.effects("a")).isEmpty();
        assertThat(fixture.parked(HANDLED)).isEmpty();
        assertThat(fixture.parked.find(first.id()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(first);
        assertThat(fixture.audit.entries()).isEmpty();

        fixture.audit.recover();
        assertThat(fixture.redrive.redrive(first).handled()).isEqualTo(2);
        assertThat(fixture.effects("a")).containsExactly(1L, 2L);
    }

    @Test
    void a_failed_try_that_cannot_be_recorded_does_not_count() {
        fixture.audit.fail();

        assertThatThrownBy(() -> fixture.redrive.redrive(first)).hasMessage("the audit trail is full");

        assertThat(fixture.parked.find(first.id()).orElseThrow().attempts()).isEqualTo(1);
    }

    @Test
    void a_dismissal_that_cannot_be_recorded_dismisses_nothing() {
        fixture.audit.fail();

        assertThatThrownBy(() -> fixture.redrive.dismiss(first, "sent by mistake"))
                .hasMessage("the audit trail is full");

        assertThat(fixture.parked.find(first.id()).orElseThrow().status()).isEqualTo(PARKED);
        assertThat(fixture.audit.entries()).isEmpty();

        fixture.audit.recover();
        fixture.redrive.dismiss(first, "sent by mistake");
        assertThat(fixture.audit.entries()).containsExactly("dismiss-parked-message " + first.id() + " {}");
    }
}
