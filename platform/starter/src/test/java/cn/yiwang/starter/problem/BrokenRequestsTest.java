package cn.yiwang.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.starter.fixture.Issuer;
import cn.yiwang.starter.fixture.SmallService;
import cn.yiwang.starter.fixture.WebSlice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Requests that no well-behaved client can even write, sent byte by byte to a real server. */
@SpringBootTest(
        classes = SmallService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=small-service",
            "eureka.client.enabled=false",
            "spring.cloud.discovery.enabled=false"
        })
@ContextConfiguration(initializers = WebSlice.Issuers.class)
class BrokenRequestsTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({"/api/v1/notes?limit=%zz", "/api/v1/notes?limit=%", "/api/v1/notes?limit=%ff%fe", "/api/v1/notes?%00=1"
    })
    void a_query_that_cannot_be_decoded_is_the_callers_mistake(String target) throws IOException {
        String answer = send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + Issuer.FIRST.bearer()
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer.lines().findFirst().orElseThrow()).isIn("HTTP/1.1 400 ", "HTTP/1.1 200 ");
        assertThat(answer).doesNotContain("Exception", "org.apache");
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
