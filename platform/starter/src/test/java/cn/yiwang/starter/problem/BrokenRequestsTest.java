package cn.yiwang.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.starter.fixture.Issuer;
import cn.yiwang.starter.fixture.SmallService;
import cn.yiwang.starter.fixture.WebSlice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource({"%zz", "%", "%ff%fe"})
    void it_is_answered_as_a_problem(String value) throws IOException {
        String answer = send("GET /api/v1/notes?limit=" + value + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + Issuer.FIRST.bearer() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains("application/problem+json", "/problems/malformed-request");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/notes;x=1",
        "/api//v1/notes",
        "/api/v1/%2e%2e/notes",
        "/api/v1/notes%00",
        "/api/v1/notes%2f",
        "/api/v1/{notes}"
    })
    void an_address_with_two_meanings_is_refused(String target) throws IOException {
        String answer = send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + Issuer.FIRST.bearer()
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception", "org.apache", "Apache Tomcat");
    }

    @Test
    void headers_without_end_are_refused_and_tell_nothing() throws IOException {
        String answer = send("GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(40_000)
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception", "org.apache", "Apache Tomcat");
    }

    @Test
    void a_body_of_unannounced_length_is_bounded_too() throws IOException {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        String answer = send("POST /api/v1/notes HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + Issuer.FIRST.bearer()
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "b\r\n{\"title\":\"a\r\n"
                + chunk.repeat(17)
                + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("/problems/content-too-large");
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
