package cn.yiwang.gateway;

import static cn.yiwang.gateway.ProblemAssert.assertProblem;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest extends GatewayTestBase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/items?query=%E5%BC%80%E8%8D%AF%E5%BA%97&limit=2",
                "/api/v1/items/11431000MB1938148M300017200500001?on=2026-11-22",
                "/api/v1/items/11431000MB1938148M300017200500001/versions/1",
                "/api/v1/items/11431000MB1938148M300017200500001/drafts/2",
                "/api/v1/item-drafts",
                "/api/v1/divisions",
                "/api/v1/bodies",
                "/api/v1/documents?kind=FAQ",
                "/api/v1/document-drafts",
                "/api/v1/applications",
                "/api/v1/applications/0199/history",
                "/api/v1/intakes",
                "/api/v1/worklist",
                "/api/v1/worklist/counts",
                "/api/v1/delegations",
                "/api/v1/application-progress/N1",
                "/api/v1/mandates?side=AGENT",
                "/api/v1/my-spaces",
                "/api/v1/my-materials",
                "/api/v1/published-decisions?body=11431000MB1938148M",
                "/api/v1/certificates",
                "/api/v1/certificate-verifications/1.2.156.3005.2.X.Y.Z.001.K?token=t",
                "/api/v1/operations/catalog-service/outbox",
                "/api/v1/operations/application-service/parked-messages"
            })
    void a_path_of_the_api_reaches_its_service_unchanged(String path) {
        HttpResponse<String> response = getAs(ISSUER.token("clerk"), path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        SERVICES.verify(1, getRequestedFor(urlEqualTo(path)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/unknown",
                "/api/v1",
                "/api/v1/itemsets",
                "/api/v1/operations",
                "/api/v1/operations/gateway/outbox",
                "/api/v1/operations/discovery-server/outbox",
                "/api/v2/items",
                "/API/v1/items",
                "/v3/api-docs",
                "/v3/api-docs/discovery-server",
                "/v3/api-docs/catalog-service/more",
                "/v3/api-docs.yaml",
                "/catalog-service/api/v1/items",
                "/internal/anything",
                "/eureka/apps",
                "/actuator",
                "/actuator/gateway/routes",
                "/actuator/env",
                "/actuator/prometheus",
                "/actuator/info",
                "/webjars/swagger-ui/5.32.8/index.html",
                "/swagger-ui.html",
                "/docs/swagger-initializer.js",
                "/contracts/",
                "/contracts/nothing.json",
                "/problems/nothing",
                "/favicon.ico"
            })
    void what_has_no_route_is_not_found_and_reaches_nobody(String path) {
        assertProblem(getAs(ISSUER.token("clerk"), path), 404, "not-found");
        SERVICES.verify(0, anyRequestedFor(anyUrl()).withHeader("traceparent", equalTo("")));
        assertThat(SERVICES.getAllServeEvents())
                .allMatch(event -> event.getRequest().getUrl().endsWith("-issuer/keys"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog-service", "application-service", "certificate-service"})
    void the_api_document_of_a_service_is_public(String service) {
        HttpResponse<String> response = get("/v3/api-docs/" + service);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        SERVICES.verify(1, getRequestedFor(urlEqualTo("/v3/api-docs")));
    }

    @Test
    void methods_bodies_and_headers_pass_through() {
        SERVICES.stubFor(post(urlPathEqualTo("/api/v1/applications"))
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Location", "/api/v1/applications/1")
                        .withHeader("ETag", "\"1\"")
                        .withHeader("X-Frame-Options", "SAMEORIGIN")
                        .withHeader("Cache-Control", "private, max-age=5")
                        .withBody("{}")));

        HttpResponse<String> response = send(request("/api/v1/applications")
                .header("Authorization", "Bearer " + ISSUER.token("agent"))
                .header("Idempotency-Key", "k-1")
                .header("If-Match", "\"7\"")
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"一网\"}"))
                .build());

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(header(response, "Location")).isEqualTo("/api/v1/applications/1");
        assertThat(header(response, "ETag")).isEqualTo("\"1\"");
        assertThat(header(response, "Cache-Control")).isEqualTo("private, max-age=5");
        assertThat(response.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        SERVICES.verify(postRequestedFor(urlEqualTo("/api/v1/applications"))
                .withHeader("Idempotency-Key", equalTo("k-1"))
                .withHeader("If-Match", equalTo("\"7\""))
                .withHeader("Accept-Language", equalTo("en"))
                .withRequestBody(equalTo("{\"name\":\"一网\"}")));
    }

    @Test
    void a_problem_of_a_service_passes_unchanged() {
        String problem = "{\"type\":\"/problems/stale-version\",\"status\":412}";
        SERVICES.stubFor(post(urlPathEqualTo("/api/v1/applications"))
                .willReturn(aResponse()
                        .withStatus(412)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(problem)));

        HttpResponse<String> response = send(request("/api/v1/applications")
                .header("Authorization", "Bearer " + ISSUER.token("agent"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());

        assertThat(response.statusCode()).isEqualTo(412);
        assertThat(response.body()).isEqualTo(problem);
    }

    @Test
    void health_is_shown_without_details_at_the_public_port() {
        HttpResponse<String> response = get("/actuator/health");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("status").asString()).isEqualTo("UP");
        assertThat(json(response).has("components")).isFalse();
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }
}
