package cn.yiwang.exchange.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yiwang.exchange.ExchangeTest;
import cn.yiwang.exchange.Owners;
import cn.yiwang.exchange.Partner;
import cn.yiwang.testsupport.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@ExchangeTest
class FeedTest {

    @Autowired
    private MockMvc http;

    private Partner partner;

    @BeforeEach
    void a_partner_of_this_test() {
        partner = new Partner(http, "partner-" + UUID.randomUUID());
    }

    @Test
    void a_partner_fetches_what_it_wants_in_order_and_nothing_else() {
        String path = events(partner.subscribe("{\"eventTypes\":[\"cn.yiwang.application.*\"]}"));
        String subject = UUID.randomUUID().toString();
        Owners.publish("complaint", "filed", subject, 1);
        List<String> published = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> Owners.publish("application", "accepted", subject, number))
                .toList();

        List<JsonNode> events = fetchAll(path, 2, 5);

        assertThat(events).extracting(event -> event.path("id").asString()).isEqualTo(published);
        assertThat(events.getFirst().path("specversion").asString()).isEqualTo("1.0");
        assertThat(events.getFirst().path("data").path("sequence").intValue()).isEqualTo(1);
    }

    @Test
    void reading_moves_nothing_until_the_partner_says_how_far_it_is() {
        JsonNode subscription = partner.subscribe("{\"eventTypes\":[\"cn.yiwang.application.*\"]}");
        String id = subscription.path("id").asString();
        String first =
                Owners.publish("application", "accepted", UUID.randomUUID().toString(), 1);
        JsonNode page = await().until(() -> page(events(subscription), ""), found -> !found.path("items")
                .isEmpty());
        String second =
                Owners.publish("application", "accepted", UUID.randomUUID().toString(), 1);

        assertThat(ids(page)).containsExactly(first);
        assertThat(ids(page(events(subscription), ""))).startsWith(first);

        MockHttpServletResponse moved = partner.moveCursor(
                id, "\"1\"", "{\"after\":\"%s\"}".formatted(page.path("next").asString()));
        assertThat(moved.getStatus()).isEqualTo(200);
        assertThat(moved.getHeader("ETag")).isEqualTo("\"2\"");
        await().untilAsserted(
                        () -> assertThat(ids(page(events(subscription), ""))).containsExactly(second));

        // Back to the beginning of the log: everything comes again.
        assertThat(partner.moveCursor(id, "\"2\"", "{\"after\":\"\"}").getStatus())
                .isEqualTo(200);
        assertThat(fetchAllFrom(events(subscription))).contains(first, second);
        assertThat(partner.moveCursor(id, "\"2\"", "{\"after\":\"\"}").getStatus())
                .isEqualTo(412);
    }

    @Test
    void a_partner_goes_back_to_a_time() {
        JsonNode subscription = partner.subscribe("{\"eventTypes\":[\"cn.yiwang.application.*\"]}");
        String path = events(subscription);
        String before =
                Owners.publish("application", "accepted", UUID.randomUUID().toString(), 1);
        fetchAll(path, 10, 1);
        MovableClock.shared().advance(Duration.ofHours(1));
        Instant oneHourLater = MovableClock.shared().instant();
        String after =
                Owners.publish("application", "accepted", UUID.randomUUID().toString(), 1);
        fetchAll(path, 10, 2);

        partner.moveCursor(
                subscription.path("id").asString(), "\"1\"", "{\"receivedSince\":\"%s\"}".formatted(oneHourLater));

        assertThat(fetchAllFrom(path)).contains(after).doesNotContain(before);
    }

    @Test
    void a_subscription_from_the_beginning_gets_what_was_logged_before_it() {
        String earlier =
                Owners.publish("catalog", "published", UUID.randomUUID().toString(), 1);
        String path = events(partner.subscribe("{\"eventTypes\":[\"cn.yiwang.catalog.*\"],\"start\":\"BEGINNING\"}"));

        await().untilAsserted(() -> assertThat(fetchAllFrom(path)).contains(earlier));
    }

    @Test
    void whoever_follows_the_log_while_it_grows_misses_nothing() {
        String path = events(partner.subscribe("{\"eventTypes\":[\"cn.yiwang.*\"]}"));
        HashSet<String> published = new HashSet<>();
        List<String> seen = new ArrayList<>();
        String cursor = "";
        for (int round = 0; round < 10; round++) {
            for (String owner : List.of("catalog", "application", "certificate", "complaint")) {
                for (int number = 0; number < 5; number++) {
                    published.add(
                            Owners.publish(owner, "happened", UUID.randomUUID().toString(), 1));
                }
            }
            JsonNode page = page(path, cursor);
            seen.addAll(ids(page));
            cursor = "&after=" + page.path("next").asString();
        }
        long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!new HashSet<>(seen).containsAll(published) && System.nanoTime() < limit) {
            JsonNode page = page(path, cursor);
            seen.addAll(ids(page));
            cursor = "&after=" + page.path("next").asString();
        }

        assertThat(seen).doesNotHaveDuplicates();
        // Events of other tests on the same broker may arrive among them.
        assertThat(seen).containsAll(published);
    }

    @Test
    void each_page_that_was_read_is_logged() {
        JsonNode subscription = partner.subscribe("{\"eventTypes\":[\"cn.yiwang.application.*\"]}");
        Owners.publish("application", "accepted", UUID.randomUUID().toString(), 1);
        fetchAll(events(subscription), 10, 1);

        JsonNode deliveries = partner.readJson(
                "/api/v1/subscriptions/" + subscription.path("id").asString() + "/deliveries");

        assertThat(deliveries.path("items")).hasSize(1);
        assertThat(deliveries.path("items").path(0).path("channel").asString()).isEqualTo("FEED");
        assertThat(deliveries.path("items").path(0).path("events").intValue()).isEqualTo(1);
    }

    @Test
    void a_cursor_that_is_none_is_400() {
        JsonNode subscription = partner.subscribe("{\"eventTypes\":[\"cn.yiwang.*\"]}");
        String id = subscription.path("id").asString();

        assertThat(partner.read(events(subscription) + "?after=nonsense").getStatus())
                .isEqualTo(400);
        // "-1" and a position that the log has not reached.
        assertThat(partner.read(events(subscription) + "?after=LTE").getStatus())
                .isEqualTo(400);
        assertThat(partner.read(events(subscription) + "?after=OTk5OTk5OTk5OTk").getStatus())
                .isEqualTo(400);
        assertThat(partner.read(events(subscription) + "?limit=1000").getStatus())
                .isEqualTo(400);
        assertThat(partner.moveCursor(id, "\"1\"", "{}").getStatus()).isEqualTo(400);
        assertThat(partner.moveCursor(id, "\"1\"", "{\"after\":\"\",\"receivedSince\":\"2026-11-22T00:00:00Z\"}")
                        .getStatus())
                .isEqualTo(400);
    }

    private List<JsonNode> fetchAll(String path, int limit, int expected) {
        List<JsonNode> events = new ArrayList<>();
        String[] cursor = {""};
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            JsonNode page = partner.readJson(path + "?limit=" + limit + cursor[0]);
            assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
            page.path("items").forEach(events::add);
            cursor[0] = "&after=" + page.path("next").asString();
            return events.size() >= expected;
        });
        return events;
    }

    private List<String> fetchAllFrom(String path) {
        List<String> all = new ArrayList<>();
        JsonNode page = page(path, "");
        all.addAll(ids(page));
        while (!page.path("upToDate").booleanValue()) {
            page = page(path, "&after=" + page.path("next").asString());
            all.addAll(ids(page));
        }
        return all;
    }

    private JsonNode page(String path, String cursor) {
        return partner.readJson(path + "?limit=100" + cursor);
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(event -> event.path("id").asString())
                .toList();
    }

    private static String events(JsonNode subscription) {
        return subscription.path("feed").path("path").asString();
    }
}
