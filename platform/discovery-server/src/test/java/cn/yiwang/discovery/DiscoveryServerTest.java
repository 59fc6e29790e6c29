package cn.yiwang.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("local")
class DiscoveryServerTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private Environment environment;

    @AfterAll
    static void close() {
        HTTP.close();
    }

    @Test
    void reports_its_health_without_a_token() throws Exception {
        HttpResponse<String> health = get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"UP\"");
    }

    @Test
    void an_instance_is_found_as_soon_as_it_has_registered() throws Exception {
        HttpResponse<String> registered = send(HttpRequest.newBuilder(uri("/eureka/apps/SAMPLE-SERVICE"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"instance": {"instanceId": "sample-1", "app": "SAMPLE-SERVICE", "hostName": "127.0.0.1",
                          "ipAddr": "127.0.0.1", "vipAddress": "sample-service", "status": "UP",
                          "port": {"$": 18080, "@enabled": "true"}, "securePort": {"$": 443, "@enabled": "false"},
                          "dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo",
                            "name": "MyOwn"}}}
                        """))
                .build());

        assertThat(registered.statusCode()).isEqualTo(204);
        assertThat(get("/eureka/apps/SAMPLE-SERVICE").body()).contains("sample-1");
    }

    @Test
    void nothing_else_of_the_actuator_is_open() throws Exception {
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Accept", "application/json")
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path);
    }
}
