package cn.yiwang.gateway;

import static cn.yiwang.gateway.ProblemAssert.assertProblem;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "yiwang.gateway.route.timeouts.application-service=400ms",
            "yiwang.gateway.route.breaker.calls=10",
            "yiwang.gateway.route.breaker.open-for=1h"
        })
class UpstreamFailuresTest extends GatewayTestBase {

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void closeBreakers() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @Test
    void no_registered_instance_means_unavailable() {
        HttpResponse<String> response = getAs(ISSUER.token("partner"), "/api/v1/subscriptions");

        assertProblem(response, 503, "upstream-unavailable");
        assertThat(header(response, "Retry-After")).isEqualTo("5");
    }

    @Test
    void a_refused_connection_means_unavailable() {
        assertProblem(getAs(ISSUER.token("agent"), "/api/v1/work-orders"), 503, "upstream-unavailable");
    }

    @Test
    void one_dead_instance_of_two_is_not_noticed_outside() {
        String token = ISSUER.token("agent");
        for (int i = 0; i < 6; i++) {
            HttpResponse<String> response = send(request("/api/v1/certificates/1/revocations")
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"n\":" + i + "}"))
                    .build());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
        SERVICES.verify(6, postRequestedFor(urlEqualTo("/api/v1/certificates/1/revocations")));
    }

    @Test
    void a_service_that_is_too_slow_times_out() {
        SERVICES.stubFor(any(urlEqualTo("/api/v1/worklist"))
                .willReturn(aResponse().withFixedDelay(3_000).withBody("{}")));

        assertProblem(getAs(ISSUER.token("clerk"), "/api/v1/worklist"), 504, "upstream-timed-out");
    }

    @Test
    void a_broken_answer_means_unavailable() {
        SERVICES.stubFor(
                any(urlEqualTo("/api/v1/worklist")).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertProblem(getAs(ISSUER.token("clerk"), "/api/v1/worklist"), 503, "upstream-unavailable");
    }

    @Test
    void after_many_failures_the_breaker_answers_at_once_for_that_service_only() {
        String token = ISSUER.token("clerk");
        for (int i = 0; i < 10; i++) {
            assertProblem(getAs(token, "/api/v1/work-orders"), 503, "upstream-unavailable");
        }

        assertThat(breakers.circuitBreaker("complaint-service").getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertProblem(getAs(token, "/api/v1/work-orders"), 503, "upstream-unavailable");
        assertThat(getAs(token, "/api/v1/applications").statusCode()).isEqualTo(200);
    }

    @Test
    void a_service_that_answers_with_errors_keeps_its_breaker_closed() {
        SERVICES.stubFor(
                any(urlEqualTo("/api/v1/worklist")).willReturn(aResponse().withStatus(500)));
        String token = ISSUER.token("clerk");
        for (int i = 0; i < 20; i++) {
            assertThat(getAs(token, "/api/v1/worklist").statusCode()).isEqualTo(500);
        }

        assertThat(breakers.circuitBreaker("application-service").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void problems_are_chinese_unless_english_is_preferred() {
        assertThat(json(get("/nothing")).path("title").asString()).isEqualTo("未找到");
        assertThat(title("en")).isEqualTo("Not found");
        assertThat(title("en-GB,en;q=0.9,zh;q=0.1")).isEqualTo("Not found");
        assertThat(title("zh-CN,zh;q=0.9,en;q=0.8")).isEqualTo("未找到");
        assertThat(title("fr")).isEqualTo("未找到");
        assertThat(title("q=;;broken,,")).isEqualTo("未找到");
    }

    private String title(String language) {
        return json(get("/nothing", "Accept-Language", language)).path("title").asString();
    }
}
