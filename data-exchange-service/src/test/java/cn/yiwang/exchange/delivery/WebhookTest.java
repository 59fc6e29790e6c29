package cn.yiwang.exchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yiwang.exchange.ExchangeTest;
import cn.yiwang.exchange.Owners;
import cn.yiwang.exchange.Partner;
import cn.yiwang.exchange.event.EventLog;
import cn.yiwang.exchange.subscription.Subscriptions;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.MovableClock;
import cn.yiwang.testsupport.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

@ExchangeTest
class WebhookTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private MockMvc http;

    @Autowired
    private EventLog log;

    @Autowired
    private Subscriptions subscriptions;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private WebhookQueue queue;

    @Autowired
    private WebhookRound round;

    @Autowired
    private WebhookProperties properties;

    private PartnerServer server;
    private Partner partner;
    private String id;

    @BeforeEach
    void a_partner_with_a_server_subscribes() throws IOException {
        server = new PartnerServer();
        partner = new Partner(http, "partner-" + UUID.randomUUID());
        id = partner.subscribe(
                        "{\"eventTypes\":[\"cn.yiwang.application.*\"],\"webhookUrl\":\"%s\"}".formatted(server.url()))
                .path("id")
                .asString();
    }

    @AfterEach
    void the_partner_leaves() {
        partner.unsubscribe(id, "\"1\"");
        server.close();
    }

    @Test
    void an_event_is_sent_with_a_signature_that_the_published_key_confirms() throws Exception {
        String event =
                Owners.publish("application", "accepted", UUID.randomUUID().toString(), 1);
        await().atMost(PATIENCE).until(() -> server.taken().contains(event));

        PartnerServer.Call call = server.calls().getFirst();
        JsonNode keys = partner.readJson("/api/v1/webhook-keys");
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.headers().get("content-type")).isEqualTo("application/cloudevents+json; charset=UTF-8");
        assertThat(call.headers().get("yiwang-subscription")).isEqualTo(id);
        assertThat(SignatureCheck.confirms(keys, call, server.url())).isTrue();
        assertThat(SignatureCheck.confirms(keys, call, server.url() + "&x=y")).isFalse();
        byte[] changed = call.body().clone();
        changed[10] ^= 1;
        assertThat(SignatureCheck.confirms(
                        keys, new PartnerServer.Call("POST", call.headers(), changed, call.event(), 0), server.url()))
                .isFalse();
    }

    @Test
    void what_was_delivered_is_logged() {
        String subject = UUID.randomUUID().toString();
        String event = Owners.publish("application", "accepted", subject, 1);
        Owners.publish("catalog", "published", subject, 1);

        JsonNode delivery = await().atMost(PATIENCE)
                .until(() -> deliveriesOf("DELIVERED"), found -> !found.isEmpty())
                .getFirst();

        assertThat(delivery.path("channel").asString()).isEqualTo("WEBHOOK");
        assertThat(delivery.path("eventId").asString()).isEqualTo(event);
        assertThat(delivery.path("subject").asString()).isEqualTo(subject);
        assertThat(delivery.path("attempts").asInt(-1)).isEqualTo(1);
        assertThat(delivery.path("lastOutcome").asString()).isEqualTo("HTTP 204");
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void a_refused_event_is_tried_again_when_its_time_has_come_and_later_events_of_its_aggregate_wait() {
        String ill = UUID.randomUUID().toString();
        String healthy = UUID.randomUUID().toString();
        AtomicBoolean refusing = new AtomicBoolean(true);
        server.answer(call ->
                refusing.get() && call.event().path("subject").asString().equals(ill) ? 503 : 204);
        String first = Owners.publish("application", "accepted", ill, 1);
        String second = Owners.publish("application", "decided", ill, 2);
        String other = Owners.publish("application", "accepted", healthy, 1);

        await().atMost(PATIENCE).until(() -> server.taken().contains(other));
        JsonNode waiting = await().atMost(PATIENCE)
                .until(() -> pending(first), found -> found.path("attempts").asInt(-1) == 1);
        assertThat(waiting.path("lastOutcome").asString()).isEqualTo("HTTP 503");
        assertThat(pending(second).path("attempts").asInt(-1)).isZero();

        MovableClock.shared().advance(Duration.ofSeconds(26));
        await().atMost(PATIENCE).until(() -> pending(first).path("attempts").asInt(-1) == 2);
        refusing.set(false);
        MovableClock.shared().advance(Duration.ofSeconds(101));

        await().atMost(PATIENCE).until(() -> server.taken().contains(second));
        assertThat(server.taken()).containsExactly(other, first, second);
    }

    @Test
    void after_the_last_try_it_has_failed_visibly_with_an_alert_and_what_follows_goes_on() {
        String subject = UUID.randomUUID().toString();
        server.answer(call -> call.event().path("sequence").asString().equals("1") ? 500 : 204);
        String poison = Owners.publish("application", "accepted", subject, 1);
        String next = Owners.publish("application", "decided", subject, 2);

        for (int retry = 1; retry <= RetrySchedule.RETRIES; retry++) {
            int attempts = retry;
            await().atMost(PATIENCE)
                    .until(() -> pending(poison).path("attempts").asInt(-1) == attempts);
            MovableClock.shared().advance(Duration.ofSeconds(52_001));
        }

        await().atMost(PATIENCE).until(() -> server.taken().contains(next));
        JsonNode failed = deliveriesOf("FAILED").getFirst();
        assertThat(failed.path("eventId").asString()).isEqualTo(poison);
        assertThat(failed.path("attempts").asInt(-1)).isEqualTo(8);
        JsonNode alert = Topics.await("yiwang.exchange", id, "cn.yiwang.exchange.delivery-failed.v1");
        Contracts.checkEvent("exchange", alert);
        assertThat(alert.path("data").path("eventId").asString()).isEqualTo(poison);
    }

    @Test
    void a_redirect_is_not_followed() {
        server.answer(_ -> 302);

        String event =
                Owners.publish("application", "accepted", UUID.randomUUID().toString(), 1);

        JsonNode waiting = await().atMost(PATIENCE)
                .until(() -> pending(event), found -> found.path("attempts").asInt(-1) == 1);
        assertThat(waiting.path("lastOutcome").asString()).isEqualTo("HTTP 302");
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void a_partner_that_is_away_gets_its_events_when_it_is_back() {
        server.close();

        String event =
                Owners.publish("application", "accepted", UUID.randomUUID().toString(), 1);

        JsonNode waiting = await().atMost(PATIENCE)
                .until(() -> pending(event), found -> found.path("attempts").asInt(-1) == 1);
        assertThat(waiting.path("lastOutcome").asString()).isEqualTo("ConnectException");
        assertThat(waiting.path("nextTryAt").asString()).isNotBlank();
    }

    @Test
    void two_instances_share_the_calls_and_make_each_once() {
        WebhookSweep second = new WebhookSweep(log, subscriptions, deliveries, queue, round, properties);
        second.start();
        List<String> published = new ArrayList<>();
        for (int aggregate = 0; aggregate < 20; aggregate++) {
            String subject = UUID.randomUUID().toString();
            for (int number = 1; number <= 5; number++) {
                published.add(Owners.publish("application", "accepted", subject, number));
            }
        }

        await().atMost(PATIENCE).until(() -> server.taken().size() >= published.size());
        second.stop();

        assertThat(server.taken()).containsExactlyInAnyOrderElementsOf(published);
        server.calls().stream()
                .collect(Collectors.groupingBy(
                        call -> call.event().path("subject").asString(),
                        Collectors.mapping(call -> call.event().path("sequence").asString(), Collectors.toList())))
                .values()
                .forEach(sequences -> assertThat(sequences).containsExactly("1", "2", "3", "4", "5"));
    }

    private JsonNode pending(String eventId) {
        return deliveriesOf("PENDING").stream()
                .filter(delivery -> delivery.path("eventId").asString().equals(eventId))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private List<JsonNode> deliveriesOf(String status) {
        return partner.readJson("/api/v1/subscriptions/" + id + "/deliveries?limit=100&status=" + status)
                .path("items")
                .valueStream()
                .toList();
    }
}
