package cn.yiwang.gateway;

import static cn.yiwang.gateway.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class ManagementPortTest extends GatewayTestBase {

    private static final int MANAGEMENT_PORT = freePort();

    @DynamicPropertySource
    static void managementPort(DynamicPropertyRegistry registry) {
        registry.add("management.server.port", () -> MANAGEMENT_PORT);
    }

    @Test
    void metrics_are_shown_at_the_management_port_and_not_at_the_public_one() {
        get("/api/v1/items");

        String metrics = send(HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + MANAGEMENT_PORT + "/actuator/prometheus"))
                        .build())
                .body();

        assertThat(metrics)
                .contains("spring_cloud_gateway_requests_seconds_count", "routeId=\"catalog-service\"")
                .contains("resilience4j_circuitbreaker_state");
        assertProblem(get("/actuator/prometheus"), 404, "not-found");
    }
}
