package cn.yiwang.exchange.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.exchange.ExchangeTest;
import cn.yiwang.exchange.Partner;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.Tokens;
import cn.yiwang.testsupport.Topics;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

@ExchangeTest
class SubscriptionTest {

    private static final String ALL_APPLICATIONS = "{\"eventTypes\":[\"cn.yiwang.application.*\"]}";

    @Autowired
    private MockMvc http;

    @Test
    void a_partner_learns_the_three_ways_to_its_events() {
        Partner partner = partner("partner-ways");

        MockHttpServletResponse answer = partner.register(
                "{\"eventTypes\":[\"cn.yiwang.certificate.issued.v1\",\"cn.yiwang.application.*\"],\"webhookUrl\":\"http://127.0.0.1:9/hook\"}");

        JsonNode subscription = Partner.json(answer);
        String id = subscription.path("id").asString();
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getHeader("Location")).isEqualTo("/api/v1/subscriptions/" + id);
        assertThat(answer.getHeader("ETag")).isEqualTo("\"1\"");
        assertThat(subscription.path("kafka").path("topics").toString())
                .isEqualTo("[\"yiwang.application\",\"yiwang.certificate\"]");
        assertThat(subscription.path("kafka").path("consumerGroupPrefix").asString())
                .isEqualTo("partner.partner-ways.");
        assertThat(subscription.path("kafka").path("bootstrapServers").asString())
                .isNotBlank();
        assertThat(subscription.path("webhook").path("url").asString()).isEqualTo("http://127.0.0.1:9/hook");
        assertThat(subscription.path("feed").path("path").asString())
                .isEqualTo("/api/v1/subscriptions/" + id + "/events");
        assertThat(partner.readJson("/api/v1/subscriptions/" + id)).isEqualTo(subscription);
    }

    @Test
    void the_same_wish_twice_is_one_subscription() {
        Partner partner = partner("partner-twice");
        String key = UUID.randomUUID().toString();

        JsonNode first = Partner.json(partner.register(ALL_APPLICATIONS, key));
        JsonNode second = Partner.json(partner.register(ALL_APPLICATIONS, key));

        assertThat(second).isEqualTo(first);
        assertThat(partner.readJson("/api/v1/subscriptions").path("items")).hasSize(1);
        assertThat(partner.register("{\"eventTypes\":[\"cn.yiwang.*\"]}", key).getStatus())
                .isEqualTo(422);
    }

    @Test
    void a_partner_sees_only_its_own_subscriptions() {
        String id =
                partner("partner-owner").subscribe(ALL_APPLICATIONS).path("id").asString();
        Partner other = partner("partner-other");

        for (String path : List.of("", "/events", "/deliveries")) {
            assertThat(other.read("/api/v1/subscriptions/" + id + path).getStatus())
                    .isEqualTo(404);
        }
        assertThat(other.unsubscribe(id, "\"1\"").getStatus()).isEqualTo(404);
        assertThat(other.moveCursor(id, "\"1\"", "{\"after\":\"\"}").getStatus())
                .isEqualTo(404);
        assertThat(other.readJson("/api/v1/subscriptions").path("items")).isEmpty();
        assertThat(partner("partner-owner").read("/api/v1/subscriptions/" + id).getStatus())
                .isEqualTo(200);
    }

    @Test
    void a_token_without_the_scope_is_not_enough() throws Exception {
        assertThat(http.perform(MockMvcRequestBuilders.get("/api/v1/subscriptions")
                                .with(Tokens.system("partner-x", "internal").asRequest()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void registering_and_removing_is_told_in_events() {
        Partner partner = partner("partner-news");
        String id = partner.subscribe(ALL_APPLICATIONS).path("id").asString();

        assertThat(partner.unsubscribe(id, "\"2\"").getStatus()).isEqualTo(412);
        assertThat(partner.unsubscribe(id, "\"1\"").getStatus()).isEqualTo(204);

        assertThat(partner.read("/api/v1/subscriptions/" + id).getStatus()).isEqualTo(404);
        List<JsonNode> events = Topics.awaitCount("yiwang.exchange", id, 2);
        assertThat(events)
                .extracting(event -> event.path("type").asString())
                .containsExactly(
                        "cn.yiwang.exchange.subscription-registered.v1", "cn.yiwang.exchange.subscription-removed.v1");
        assertThat(events)
                .extracting(event -> event.path("sequence").asString())
                .containsExactly("1", "2");
        events.forEach(event -> Contracts.checkEvent("exchange", event));
    }

    @Test
    void a_partner_whose_rights_are_limited_stays_within_them() {
        Partner narrow = partner("partner-narrow");

        assertThat(narrow.register("{\"eventTypes\":[\"cn.yiwang.complaint.filed.v1\"]}")
                        .getStatus())
                .isEqualTo(201);
        MockHttpServletResponse refused = narrow.register("{\"eventTypes\":[\"cn.yiwang.*\"]}");
        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(Partner.json(refused).path("type").asString()).isEqualTo("/problems/event-type-not-allowed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"eventTypes\":[\"cn.yiwang.unknown.*\"]} | 422 | event-type-unknown | /eventTypes/0",
                "{\"eventTypes\":[\"cn.yiwang.catalog.*\",\"x\"]} | 422 | event-type-unknown | /eventTypes/1",
                "{\"eventTypes\":[\"cn.yiwang.*\"],\"webhookUrl\":\"http://10.0.0.1/\"} | 422 | webhook-address-refused | /webhookUrl",
                "{\"eventTypes\":[\"cn.yiwang.*\"],\"webhookUrl\":\"ftp://x\"} | 422 | webhook-address-refused | /webhookUrl",
                "{\"eventTypes\":[]} | 400 | invalid-request | /eventTypes",
                "{} | 400 | invalid-request | /eventTypes"
            })
    void a_wish_that_makes_no_sense_is_refused_with_the_place(String body, int status, String slug, String pointer) {
        MockHttpServletResponse answer = partner("partner-wrong").register(body);

        JsonNode problem = Partner.json(answer);
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(problem.path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"eventTypes\":\"cn.yiwang.*\"}",
                "{\"eventTypes\":[null]}",
                "{\"eventTypes\":[\"cn.yiwang.*\"],\"surprise\":1}",
                "{\"eventTypes\":[\"cn.yiwang.*\"],\"start\":\"LATER\"}"
            })
    void a_body_that_is_none_is_400(String body) {
        assertThat(partner("partner-malformed").register(body).getStatus()).isEqualTo(400);
    }

    private Partner partner(String name) {
        return new Partner(http, name);
    }
}
