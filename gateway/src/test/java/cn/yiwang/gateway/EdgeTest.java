package cn.yiwang.gateway;

import static cn.yiwang.gateway.ProblemAssert.assertProblem;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** A gateway behind a proxy, with small quotas, a portal on another origin and a management port. */
@TestPropertySource(
        properties = {
            "yiwang.gateway.trusted-proxies=127.0.0.0/8,10.0.0.0/8",
            "yiwang.gateway.quota.anonymous.burst=3",
            "yiwang.gateway.quota.anonymous.per-minute=6",
            "yiwang.gateway.quota.authenticated.burst=5",
            "yiwang.gateway.quota.authenticated.per-minute=60",
            "yiwang.gateway.cors.allowed-origins=https://portal.example.gov.cn",
            "yiwang.public-base-url=https://yiwang.example.gov.cn",
            "yiwang.gateway.trace-sampling=1"
        })
class EdgeTest extends GatewayTestBase {

    private static final String KNOWN_TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Autowired
    StoppedClock clock;

    @Test
    void an_address_has_its_quota_and_learns_when_to_come_back() {
        String client = "198.51.100.1";
        for (int left = 2; left >= 0; left--) {
            HttpResponse<String> response = get("/api/v1/items", "X-Forwarded-For", client);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "RateLimit-Limit")).isEqualTo("3");
            assertThat(header(response, "RateLimit-Remaining")).isEqualTo(String.valueOf(left));
        }

        HttpResponse<String> refused = get("/api/v1/items", "X-Forwarded-For", client);

        assertProblem(refused, 429, "too-many-requests");
        assertThat(header(refused, "Retry-After")).isEqualTo("10");
        assertThat(header(refused, "RateLimit-Remaining")).isEqualTo("0");
        assertThat(header(refused, "RateLimit-Reset")).isEqualTo("30");
        SERVICES.verify(3, getRequestedFor(urlPathEqualTo("/api/v1/items")));

        clock.advance(Duration.ofSeconds(10));
        assertThat(get("/api/v1/items", "X-Forwarded-For", client).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/items", "X-Forwarded-For", client).statusCode()).isEqualTo(429);
    }

    @Test
    void one_client_does_not_use_up_the_quota_of_another() {
        for (int i = 0; i < 4; i++) {
            get("/api/v1/items", "X-Forwarded-For", "198.51.100.2");
        }

        assertThat(get("/api/v1/items", "X-Forwarded-For", "198.51.100.2").statusCode())
                .isEqualTo(429);
        assertThat(get("/api/v1/items", "X-Forwarded-For", "198.51.100.3").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_made_up_first_hop_does_not_buy_a_fresh_quota() {
        for (int i = 0; i < 3; i++) {
            get("/api/v1/items", "X-Forwarded-For", "203.0.113." + i + ", 198.51.100.4, 10.0.0.1");
        }

        assertThat(get("/api/v1/items", "X-Forwarded-For", "203.0.113.9, 198.51.100.4, 10.0.0.1")
                        .statusCode())
                .isEqualTo(429);
        SERVICES.verify(
                3,
                getRequestedFor(urlPathEqualTo("/api/v1/items"))
                        .withHeader("X-Forwarded-For", equalTo("198.51.100.4")));
    }

    @Test
    void all_addresses_of_one_ipv6_site_are_one_client() {
        for (int i = 0; i < 3; i++) {
            get("/api/v1/items", "X-Forwarded-For", "2001:db8:1:2::" + i);
        }

        assertThat(get("/api/v1/items", "X-Forwarded-For", "2001:db8:1:2:ffff::1")
                        .statusCode())
                .isEqualTo(429);
        assertThat(get("/api/v1/items", "X-Forwarded-For", "2001:db8:1:3::1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_signed_in_caller_has_an_own_quota_at_every_address() {
        String token = ISSUER.token("clerk-" + UUID.randomUUID());
        for (int i = 0; i < 5; i++) {
            assertThat(get(
                                    "/api/v1/applications",
                                    "Authorization",
                                    "Bearer " + token,
                                    "X-Forwarded-For",
                                    "198.51.100.1" + i)
                            .statusCode())
                    .isEqualTo(200);
        }

        assertProblem(getAs(token, "/api/v1/applications"), 429, "too-many-requests");
    }

    @Test
    void guessing_tokens_ends_at_the_quota() {
        String forged = "Bearer " + ISSUER.forged();
        for (int i = 0; i < 3; i++) {
            assertThat(get("/api/v1/applications", "Authorization", forged, "X-Forwarded-For", "198.51.100.20")
                            .statusCode())
                    .isEqualTo(401);
        }

        assertProblem(
                get("/api/v1/applications", "Authorization", forged, "X-Forwarded-For", "198.51.100.20"),
                429,
                "too-many-requests");
    }

    @Test
    void a_trace_of_the_caller_is_continued_and_shown() {
        HttpResponse<String> response = get(
                "/api/v1/items",
                "X-Forwarded-For",
                "198.51.100.30",
                "traceparent",
                "00-" + KNOWN_TRACE + "-b7ad6b7169203331-00");

        assertThat(header(response, "X-Trace-Id")).isEqualTo(KNOWN_TRACE);
        SERVICES.verify(getRequestedFor(urlPathEqualTo("/api/v1/items"))
                .withHeader("traceparent", equalTo("00-" + KNOWN_TRACE + "-b7ad6b7169203331-01")));
    }

    @Test
    void a_malformed_trace_is_replaced() {
        for (String bad : new String[] {
            "00-" + "0".repeat(32) + "-b7ad6b7169203331-01",
            "00-" + KNOWN_TRACE + "-" + "0".repeat(16) + "-01",
            "ff-" + KNOWN_TRACE + "-b7ad6b7169203331-01",
            "00-" + KNOWN_TRACE.toUpperCase(java.util.Locale.ROOT) + "-b7ad6b7169203331-01",
            "x"
        }) {
            HttpResponse<String> response =
                    get("/api/v1/items", "X-Forwarded-For", "198.51.100.3" + bad.length() % 7, "traceparent", bad);
            assertThat(header(response, "X-Trace-Id"))
                    .matches("[0-9a-f]{32}")
                    .isNotEqualTo(KNOWN_TRACE)
                    .isNotEqualTo("0".repeat(32));
        }
        SERVICES.verify(getRequestedFor(urlPathEqualTo("/api/v1/items"))
                .withHeader("traceparent", matching("00-[0-9a-f]{32}-[0-9a-f]{16}-01")));
    }

    @Test
    void every_answer_carries_security_headers() {
        for (String path : new String[] {"/", "/api/v1/items", "/api/v1/applications", "/nothing"}) {
            HttpResponse<String> response = get(path, "X-Forwarded-For", "198.51.100.40");
            assertThat(header(response, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(header(response, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(response, "Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(header(response, "Strict-Transport-Security")).isEqualTo("max-age=63072000");
            assertThat(header(response, "Cache-Control")).isNotBlank();
            clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void the_services_learn_the_public_address_from_the_configuration() {
        get("/api/v1/items", "X-Forwarded-For", "198.51.100.41", "X-Forwarded-Host", "evil.example");

        SERVICES.verify(getRequestedFor(urlPathEqualTo("/api/v1/items"))
                .withHeader("X-Forwarded-Host", equalTo("yiwang.example.gov.cn"))
                .withHeader("X-Forwarded-Proto", equalTo("https")));
    }

    @Test
    void a_listed_origin_may_call_and_no_other() {
        HttpResponse<String> allowed = preflight("https://portal.example.gov.cn");
        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(header(allowed, "Access-Control-Allow-Origin")).isEqualTo("https://portal.example.gov.cn");
        assertThat(header(allowed, "Access-Control-Allow-Credentials")).isEmpty();

        HttpResponse<String> refused = preflight("https://evil.example");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(header(refused, "Access-Control-Allow-Origin")).isEmpty();

        HttpResponse<String> call =
                get("/api/v1/items", "Origin", "https://portal.example.gov.cn", "X-Forwarded-For", "198.51.100.42");
        assertThat(header(call, "Access-Control-Expose-Headers")).contains("ETag", "X-Trace-Id");
    }

    private HttpResponse<String> preflight(String origin) {
        return send(request("/api/v1/applications")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .headers(
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "authorization,idempotency-key")
                .build());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        StoppedClock stoppedClock() {
            return new StoppedClock(Instant.now());
        }
    }

    /** A clock that moves when a test says so. */
    static final class StoppedClock extends Clock {

        private final AtomicReference<Instant> now;

        StoppedClock(Instant start) {
            now = new AtomicReference<>(start);
        }

        void advance(Duration time) {
            now.updateAndGet(instant -> instant.plus(time));
        }

        @Override
        public Instant instant() {
            Instant instant = now.get();
            assertThat(instant).isNotNull();
            return instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(@Nullable ZoneId zone) {
            return this;
        }
    }
}
