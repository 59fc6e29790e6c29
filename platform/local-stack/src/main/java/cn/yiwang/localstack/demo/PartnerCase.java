package cn.yiwang.localstack.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A partner department hears of the application in three ways, and each tells the same. */
final class PartnerCase implements AutoCloseable {

    private static final String PARTNER = "partner-tax";
    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
    private static final String TOPIC = "yiwang.application";
    private static final Duration DELIVERED_WITHIN = Duration.ofSeconds(30);

    private final Front front;
    private final Journal journal;
    private final TopicReader topics;
    private final Clock clock;
    private final long begun;

    private @Nullable WebhookReceiver receiver;
    private String id = "";
    private List<String> heard = List.of();

    PartnerCase(Front front, Journal journal, TopicReader topics, Clock clock) {
        this.front = front;
        this.journal = journal;
        this.topics = topics;
        this.clock = clock;
        this.begun = clock.millis();
    }

    /** Before anything happens. */
    void subscribe() {
        journal.chapter("A partner department wants to know");
        journal.step("the partner subscribes to events, with a webhook of its own", this::register);
    }

    /** When it has happened. */
    void compare(LicenceCase licence) {
        journal.chapter("What the partner has heard");
        journal.step("straight from Kafka: every event of the application, in order", () -> fromKafka(licence.id()));
        journal.step("by webhook: the same events, each signed (RFC 9421)", () -> byWebhook(licence.id()));
        journal.step("from the pull feed: the same events, and again after going back", () -> fromFeed(licence.id()));
        journal.step("every delivery is on record", this::deliveries);
        journal.step("the partner unsubscribes", this::unsubscribe);
    }

    private String register() {
        Answer keySet = front.expect(200, Call.get("/api/v1/webhook-keys"));
        Map<String, PublicKey> keys = new HashMap<>();
        keySet.at("/keys").forEach(jwk -> keys.put(jwk.path("kid").asString(""), MessageSignature.key(jwk)));
        WebhookReceiver server = new WebhookReceiver(new MessageSignature(keys), clock);
        receiver = server;
        Map<String, Object> wish = Map.of(
                "eventTypes", List.of("cn.yiwang.application.*", "cn.yiwang.certificate.*"),
                "webhookUrl", server.address().toString());
        Answer answer = front.expect(201, Call.post(SUBSCRIPTIONS, wish).as(PARTNER));
        id = answer.text("id");
        return "subscription " + id + " sends to " + server.address();
    }

    private String fromKafka(String application) {
        List<JsonNode> events = Await.until("the event of the delivery", DELIVERED_WITHIN, () -> {
            List<JsonNode> found = topics.about(TOPIC, application, begun);
            boolean complete = found.stream().anyMatch(event -> type(event).contains(".delivered."));
            return complete ? Optional.of(found) : Optional.empty();
        });
        List<Long> sequence = events.stream()
                .map(event -> Long.parseLong(event.path("sequence").asString("0")))
                .toList();
        List<Long> wanted =
                IntStream.rangeClosed(1, events.size()).mapToObj(i -> (long) i).toList();
        if (!sequence.equals(wanted)) {
            throw new StepFailedException("the sequence is " + sequence + " and not " + wanted);
        }
        heard = ids(events);
        return events.stream().map(PartnerCase::shortType).collect(Collectors.joining(" -> "));
    }

    private String byWebhook(String application) {
        WebhookReceiver server = receiver;
        if (server == null) {
            throw new StepFailedException("the partner has no server");
        }
        List<JsonNode> events = Await.until("the last webhook", DELIVERED_WITHIN, () -> {
            List<JsonNode> found = server.about(application);
            return ids(found).containsAll(heard) ? Optional.of(found) : Optional.empty();
        });
        server.firstObjection().ifPresent(objection -> {
            throw new StepFailedException("the partner's server refused a call: " + objection);
        });
        return "%d events, digest and signature of each are right".formatted(events.size());
    }

    private String fromFeed(String application) {
        List<JsonNode> events = read(application);
        if (!ids(events).equals(heard)) {
            throw new StepFailedException("the feed has " + ids(events) + " and the broker " + heard);
        }
        Answer subscription =
                front.expect(200, Call.get(SUBSCRIPTIONS + "/" + id).as(PARTNER));
        front.expect(
                200,
                Call.put(
                                SUBSCRIPTIONS + "/" + id + "/cursor",
                                Map.of(
                                        "receivedSince",
                                        Instant.ofEpochMilli(begun).toString()))
                        .as(PARTNER)
                        .ifMatch(subscription.tag()));
        List<JsonNode> again = read(application);
        if (!ids(again).equals(heard)) {
            throw new StepFailedException("after going back the feed has " + ids(again));
        }
        return "%d events, read twice".formatted(events.size());
    }

    /** Every page from the stored cursor on. */
    private List<JsonNode> read(String application) {
        List<JsonNode> events = new ArrayList<>();
        String after = "";
        boolean upToDate = false;
        while (!upToDate) {
            String path = SUBSCRIPTIONS + "/" + id + "/events?limit=100" + after;
            Answer page = front.expect(200, Call.get(path).as(PARTNER));
            page.at("/items").forEach(event -> {
                if (application.equals(event.path("subject").asString(""))) {
                    events.add(event);
                }
            });
            upToDate = page.at("/upToDate").asBoolean(true);
            after = "&after=" + URLEncoder.encode(page.text("next"), StandardCharsets.UTF_8);
        }
        return events;
    }

    private String deliveries() {
        Answer answer = front.expect(
                200,
                Call.get(SUBSCRIPTIONS + "/" + id + "/deliveries?limit=100").as(PARTNER));
        Map<String, Long> counted = answer.at("/items")
                .valueStream()
                .collect(Collectors.groupingBy(
                        delivery -> delivery.path("channel").asString("") + " "
                                + delivery.path("status").asString(""),
                        TreeMap::new,
                        Collectors.counting()));
        if (counted.isEmpty()) {
            throw new StepFailedException("no delivery is on record");
        }
        return counted.toString();
    }

    private String unsubscribe() {
        Answer subscription =
                front.expect(200, Call.get(SUBSCRIPTIONS + "/" + id).as(PARTNER));
        front.expect(204, Call.delete(SUBSCRIPTIONS + "/" + id).as(PARTNER).ifMatch(subscription.tag()));
        return "the next demo begins with a subscription of its own";
    }

    private static List<String> ids(List<JsonNode> events) {
        return events.stream()
                .sorted(Comparator.comparingLong(
                        event -> Long.parseLong(event.path("sequence").asString("0"))))
                .map(event -> event.path("id").asString(""))
                .distinct()
                .toList();
    }

    private static String type(JsonNode event) {
        return event.path("type").asString("");
    }

    private static String shortType(JsonNode event) {
        return type(event).replaceFirst("cn\\.yiwang\\.application\\.", "").replaceFirst("\\.v\\d+$", "");
    }

    @Override
    public void close() {
        WebhookReceiver server = receiver;
        if (server != null) {
            server.close();
        }
    }
}
