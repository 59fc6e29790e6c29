package cn.yiwang.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yiwang.starter.identity.Role;
import cn.yiwang.testsupport.Tokens;
import cn.yiwang.testsupport.Topics;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

/** What operators and auditors of a service can do, tried on this one. */
@ExchangeTest
class OperationsTest {

    private static final String BASE = "/api/v1/operations/data-exchange-service";

    @Autowired
    private MockMvc http;

    @ParameterizedTest
    @CsvSource({
        "/parked-messages, SYSTEM_ADMIN",
        "/parked-messages/1, SYSTEM_ADMIN",
        "/outbox, SYSTEM_ADMIN",
        "/audit-entries, AUDITOR"
    })
    void each_operation_has_one_role(String path, Role allowed) {
        for (Role role : Role.values()) {
            int status = call(get(BASE + path), role).getStatus();
            if (role == allowed) {
                assertThat(status).as("%s by %s", path, role).isIn(200, 404);
            } else {
                assertThat(status).as("%s by %s", path, role).isEqualTo(403);
            }
        }
    }

    @Test
    void a_message_that_is_no_event_is_shown_tried_again_and_given_up() {
        String key = UUID.randomUUID().toString();
        Topics.publish("yiwang.catalog", key, "{\"surprise\":true}");

        JsonNode parked =
                await().atMost(Duration.ofSeconds(20)).until(() -> parked(key, "PARKED"), found -> found != null);
        String id = parked.path("id").asString();
        assertThat(parked.path("consumer").asString()).isEqualTo("event-log");
        assertThat(parked.path("topic").asString()).isEqualTo("yiwang.catalog");
        assertThat(parked.path("reason").asString()).isEqualTo("Not a CloudEvent 1.0");
        assertThat(admin(get(BASE + "/parked-messages/" + id)).path("message").asString())
                .isEqualTo("{\"surprise\":true}");

        JsonNode result = admin(post(BASE + "/parked-messages/" + id + "/redrives"));
        assertThat(result.path("handled").intValue()).isZero();
        assertThat(result.path("remaining").intValue()).isEqualTo(1);
        assertThat(result.path("reason").asString()).contains("Not a CloudEvent 1.0");

        assertThat(dismiss(id, "{\"reason\":\"\"}")).isEqualTo(400);
        assertThat(dismiss(id, "{\"reason\":\"sent by mistake\"}")).isEqualTo(204);
        assertThat(dismiss(id, "{\"reason\":\"again\"}")).isEqualTo(409);
        assertThat(parked(key, "DISMISSED").path("reason").asString()).isEqualTo("sent by mistake");
    }

    @Test
    void what_was_decided_is_on_record_and_the_record_is_verified() {
        String partner = "partner-" + UUID.randomUUID();
        String subscription = new Partner(http, partner)
                .subscribe("{\"eventTypes\":[\"cn.yiwang.catalog.*\"]}")
                .path("id")
                .asString();

        JsonNode entries = auditor(get(BASE + "/audit-entries?objectType=subscription&objectId=" + subscription));
        JsonNode entry = entries.path("items").path(0);
        assertThat(entry.path("action").asString()).isEqualTo("register-subscription");
        assertThat(entry.path("actor").asString()).isEqualTo(partner);
        assertThat(entry.path("actorType").asString()).isEqualTo("SYSTEM");
        assertThat(entry.path("details").path("eventTypes").path(0).asString()).isEqualTo("cn.yiwang.catalog.*");

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            JsonNode report = auditor(post(BASE + "/audit-verifications"));
            assertThat(report.path("intact").booleanValue()).isTrue();
            assertThat(report.path("complete").booleanValue()).isTrue();
            assertThat(report.path("unsealed").intValue()).isZero();
            assertThat(report.path("checkedLinks").intValue()).isPositive();
        });
        JsonNode last = auditor(post(BASE + "/audit-verifications")).path("last");
        assertThat(auditor(post(BASE + "/audit-verifications")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"after\":" + last + "}"))
                        .path("intact")
                        .booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"objectType=subscription, objectId", "objectId=1, objectType"})
    void an_audited_object_is_named_by_type_and_id_together(String query, String missing) {
        MockHttpServletResponse answer = call(get(BASE + "/audit-entries?" + query), Role.AUDITOR);

        assertThat(answer.getStatus()).isEqualTo(400);
        JsonNode error = Partner.json(answer).path("errors").path(0);
        assertThat(error.path("pointer").asString()).isEqualTo(missing);
        assertThat(error.path("code").asString()).isEqualTo("required");
    }

    @Test
    void the_outbox_runs_empty() {
        new Partner(http, "partner-outbox").subscribe("{\"eventTypes\":[\"cn.yiwang.catalog.*\"]}");

        await().atMost(Duration.ofSeconds(10))
                .until(() -> admin(get(BASE + "/outbox")).path("waiting").intValue() == 0);
    }

    private JsonNode parked(String key, String status) {
        List<JsonNode> found = admin(get(BASE + "/parked-messages?limit=100&status=" + status))
                .path("items")
                .valueStream()
                .filter(message -> message.path("aggregateId").asString().equals(key))
                .toList();
        return found.isEmpty() ? null : found.getFirst();
    }

    private int dismiss(String id, String body) {
        return call(
                        post(BASE + "/parked-messages/" + id + "/dismissals")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body),
                        Role.SYSTEM_ADMIN)
                .getStatus();
    }

    private JsonNode admin(MockHttpServletRequestBuilder request) {
        return json(request, Role.SYSTEM_ADMIN);
    }

    private JsonNode auditor(MockHttpServletRequestBuilder request) {
        return json(request, Role.AUDITOR);
    }

    private JsonNode json(MockHttpServletRequestBuilder request, Role role) {
        MockHttpServletResponse answer = call(request, role);
        assertThat(answer.getStatus()).isEqualTo(200);
        return Partner.json(answer);
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request, Role role) {
        try {
            return http.perform(request.with(Tokens.staff("operator")
                            .department("11431000MB1938148M")
                            .division("431000")
                            .roles(role)
                            .asRequest()))
                    .andReturn()
                    .getResponse();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
