package cn.yiwang.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts a gateway whose services are one WireMock; a test says which properties it changes. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "eureka.client.enabled=false",
            "yiwang.gateway.body-limit=10KB",
            "yiwang.gateway.upload-limit=20KB"
        })
abstract class GatewayTestBase {

    static final WireMockServer SERVICES = new WireMockServer(options().dynamicPort());
    static final TestIssuer ISSUER = new TestIssuer("https://issuer.example.test", Clock.systemUTC());
    static final TestIssuer SECOND_ISSUER = new TestIssuer("https://second.example.test", Clock.systemUTC());
    static final int DEAD_PORT = freePort();

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    static {
        SERVICES.start();
    }

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        String alive = SERVICES.baseUrl();
        String dead = "http://127.0.0.1:" + DEAD_PORT;
        instance(registry, "catalog-service", 0, alive);
        instance(registry, "application-service", 0, alive);
        // One of two instances has died and is still registered.
        instance(registry, "certificate-service", 0, dead);
        instance(registry, "certificate-service", 1, alive);
        instance(registry, "complaint-service", 0, dead);
        registry.add("yiwang.security.issuers[0].uri", ISSUER::uri);
        registry.add("yiwang.security.issuers[0].jwk-set-uri", () -> alive + "/test-issuer/keys");
        registry.add("yiwang.security.issuers[1].uri", SECOND_ISSUER::uri);
        registry.add("yiwang.security.issuers[1].jwk-set-uri", () -> alive + "/second-issuer/keys");
    }

    private static void instance(DynamicPropertyRegistry registry, String service, int index, String uri) {
        registry.add("spring.cloud.discovery.client.simple.instances." + service + "[" + index + "].uri", () -> uri);
    }

    @BeforeEach
    void stubServices() {
        SERVICES.resetAll();
        SERVICES.stubFor(any(anyUrl()).atPriority(10).willReturn(okJson("{\"answer\":\"of the service\"}")));
        SERVICES.stubFor(any(urlEqualTo("/test-issuer/keys")).willReturn(okJson(ISSUER.jwkSet())));
        SERVICES.stubFor(any(urlEqualTo("/second-issuer/keys")).willReturn(okJson(SECOND_ISSUER.jwkSet())));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(withHeaders(request(path), headers).build());
    }

    HttpResponse<String> getAs(@Nullable String token, String path) {
        return token == null ? get(path) : get(path, "Authorization", "Bearer " + token);
    }

    static HttpRequest.Builder withHeaders(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
