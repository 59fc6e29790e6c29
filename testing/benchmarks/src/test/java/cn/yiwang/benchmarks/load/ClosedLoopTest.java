package cn.yiwang.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            int number = requests.incrementAndGet();
            byte[] sent = exchange.getRequestBody().readAllBytes();
            byte[] body = ("你好 " + new String(sent, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("ETag", "\"" + number + "\"");
            // Every other answer comes in chunks.
            exchange.sendResponseHeaders(
                    exchange.getRequestURI().getPath().equals("/broken") ? 503 : 200,
                    number % 2 == 0 ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_line_is_kept_open_and_reads_whole_answers() throws IOException {
        try (HttpLine line = new HttpLine(address())) {
            for (int i = 1; i <= 4; i++) {
                Answer answer = line.send("POST", "/", "", "世界".getBytes(StandardCharsets.UTF_8));
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("你好 世界");
                assertThat(answer.etag()).isEqualTo("\"" + i + "\"");
            }
        }
    }

    @Test
    void work_of_the_warm_up_is_not_counted() throws InterruptedException {
        Outcome outcome =
                new ClosedLoop(4, WarmUp.of(Duration.ofMillis(200)), Duration.ofMillis(300)).run(_ -> calls("/"));

        assertThat(outcome.failures()).isZero();
        assertThat(outcome.whole().count()).isPositive().isLessThan(requests.get());
        assertThat(outcome.calls()).containsOnlyKeys("read");
        assertThat(outcome.perSecond()).isEqualTo(Math.round(outcome.whole().count() / 0.3 * 10) / 10.0);
    }

    @Test
    void failures_are_counted_and_shown_and_give_no_rate() throws InterruptedException {
        Outcome outcome = new ClosedLoop(2, WarmUp.of(Duration.ZERO), Duration.ofMillis(50)).run(_ -> calls("/broken"));

        assertThat(outcome.whole().count()).isZero();
        assertThat(outcome.failures()).isPositive();
        assertThat(outcome.firstFailure()).contains("503");
    }

    private ClosedLoop.Work calls(String path) {
        HttpLine line = new HttpLine(address());
        return new ClosedLoop.Work() {
            @Override
            public void once(Notes notes) throws IOException {
                long begun = System.nanoTime();
                Answer answer = line.send("GET", path, "", null);
                notes.call("read", System.nanoTime() - begun);
                answer.orFail("read");
            }

            @Override
            public void close() throws IOException {
                line.close();
            }
        };
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
