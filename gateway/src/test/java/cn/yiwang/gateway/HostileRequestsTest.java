package cn.yiwang.gateway;

import static cn.yiwang.gateway.ProblemAssert.assertProblem;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRequestsTest extends GatewayTestBase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/items/../../../actuator/env",
                "/api/v1/items/%2e%2e/%2e%2e/actuator/env",
                "/api/v1/items/..%2f..%2factuator",
                "/api/v1/items/%252e%252e/actuator",
                "/api/v1/items/..;/actuator",
                "/api/v1/items;a=b/x",
                "//api/v1/items",
                "/api//v1/items",
                "/api/v1/items/a%2fb",
                "/api/v1/items/a%5Cb",
                "/api/v1/items/a%00b",
                "/api/v1/items/a%0d%0aX: y",
                "/api/v1/./items",
                "/contracts/..%2f..%2fapplication.yml",
                "/problems/../application.yml",
                "/docs/%2e%2e/application.yml"
            })
    void a_path_that_can_be_read_in_two_ways_is_refused(String target) {
        String answer = RawHttp.get(port, target.replace(" ", "%20"));

        assertThat(RawHttp.status(answer)).as(answer).isEqualTo(400);
        assertThat(answer).contains("application/problem+json", "/problems/malformed-request");
        assertNothingArrived();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/items/%zz HTTP/1.1\r\nHost: g\r\n",
                "GET http://other.example/actuator/env HTTP/1.1\r\nHost: g\r\n",
                "GET /api/v1/items HTTP/1.1\r\nHost: g\r\nBad Header: x\r\n",
                "GET /api/v1/items HTTP/1.1\r\nHost: g\r\nX: a\u0000b\r\n",
                "TRACE /api/v1/items HTTP/1.1\r\nHost: g\r\n",
                "CONNECT other.example:443 HTTP/1.1\r\nHost: g\r\n",
                "FOO /api/v1/items HTTP/1.1\r\nHost: g\r\n"
            })
    void a_request_that_is_not_proper_http_is_refused(String head) {
        String answer = RawHttp.send(port, head + "Connection: close\r\n\r\n");

        assertThat(RawHttp.status(answer)).as(answer).isBetween(400, 499);
        assertNothingArrived();
    }

    @Test
    void a_header_over_the_limit_is_refused() {
        String answer = RawHttp.send(
                port,
                "GET /api/v1/items HTTP/1.1\r\nHost: g\r\nX: " + "a".repeat(20_000) + "\r\nConnection: close\r\n\r\n");

        assertThat(RawHttp.status(answer)).as(answer).isEqualTo(431);
        assertNothingArrived();
    }

    @Test
    void an_address_over_the_limit_is_refused() {
        String answer = RawHttp.get(port, "/api/v1/items?query=" + "a".repeat(20_000));

        assertThat(RawHttp.status(answer)).as(answer).isIn(400, 414);
        assertNothingArrived();
    }

    @Test
    void a_body_whose_announced_length_is_over_the_limit_is_refused() {
        assertProblem(
                upload("/api/v1/work-orders", HttpRequest.BodyPublishers.ofByteArray(new byte[10_241])),
                413,
                "content-too-large");
        assertNothingArrived();
    }

    @Test
    void a_body_without_announced_length_is_refused_when_it_grows_over_the_limit() {
        HttpResponse<String> response = upload(
                "/api/v1/applications",
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[200_000])));

        assertProblem(response, 413, "content-too-large");
    }

    @Test
    void a_body_up_to_the_limit_passes_in_chunks_too() {
        HttpResponse<String> response = upload(
                "/api/v1/applications",
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[10_240])));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    @Test
    void an_upload_may_be_larger_than_other_bodies() {
        HttpRequest.BodyPublisher large = HttpRequest.BodyPublishers.ofByteArray(new byte[20_000]);

        assertThat(upload("/api/v1/applications/1/materials", large).statusCode())
                .isEqualTo(200);
        assertProblem(upload("/api/v1/applications/1/reviews", large), 413, "content-too-large");
    }

    @Test
    void headers_that_only_a_proxy_or_the_platform_may_set_are_replaced_or_dropped() {
        String answer = RawHttp.send(port, """
                GET /api/v1/items HTTP/1.1\r
                Host: evil.example\r
                X-Forwarded-For: 10.9.8.7\r
                X-Forwarded-Host: evil.example\r
                X-Forwarded-Proto: https\r
                X-Forwarded-Prefix: /evil\r
                Forwarded: for=10.9.8.7\r
                X-Real-IP: 10.9.8.7\r
                X-Original-URL: /actuator/env\r
                X-HTTP-Method-Override: DELETE\r
                X-Yiwang-Subject: chief\r
                X-Internal-User: chief\r
                Proxy: http://evil.example\r
                b3: 1\r
                baggage: a=b\r
                X-B3-TraceId: 1\r
                Connection: close, X-Drop-Me\r
                X-Drop-Me: 1\r
                \r
                """);

        assertThat(RawHttp.status(answer)).as(answer).isEqualTo(200);
        RequestPatternBuilder arrived = getRequestedFor(urlPathEqualTo("/api/v1/items"))
                .withHeader("X-Forwarded-For", equalTo("127.0.0.1"))
                .withHeader("traceparent", matching("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"));
        for (String dropped : List.of(
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Prefix",
                "Forwarded",
                "X-Real-IP",
                "X-Original-URL",
                "X-HTTP-Method-Override",
                "X-Yiwang-Subject",
                "X-Internal-User",
                "Proxy",
                "b3",
                "baggage",
                "X-B3-TraceId")) {
            arrived = arrived.withHeader(dropped, absent());
        }
        SERVICES.verify(1, arrived);
    }

    private HttpResponse<String> upload(String path, HttpRequest.BodyPublisher body) {
        return send(request(path)
                .header("Authorization", "Bearer " + ISSUER.token("agent"))
                .header("Content-Type", "application/octet-stream")
                .POST(body)
                .build());
    }

    private static void assertNothingArrived() {
        assertThat(SERVICES.getAllServeEvents())
                .allMatch(event -> event.getRequest().getUrl().endsWith("-issuer/keys"));
    }
}
