package cn.yiwang.localstack.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The partner's own server; it takes in only what is signed by the platform. */
final class WebhookReceiver implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final MessageSignature signature;
    private final Clock clock;
    private final Queue<JsonNode> events = new ConcurrentLinkedQueue<>();
    private final Queue<String> objections = new ConcurrentLinkedQueue<>();

    WebhookReceiver(MessageSignature signature, Clock clock) {
        this.signature = signature;
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new StepFailedException("the partner's server cannot start: " + e.getMessage(), e);
        }
        server.createContext("/events", this::receive);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/events");
    }

    /** What came about one aggregate, and was genuine. */
    List<JsonNode> about(String subject) {
        return events.stream()
                .filter(event -> subject.equals(event.path("subject").asString("")))
                .toList();
    }

    Optional<String> firstObjection() {
        return Optional.ofNullable(objections.peek());
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String objection = signature.objection(
                    exchange.getRequestMethod(),
                    address(),
                    name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                            .orElse(""),
                    body,
                    clock.instant().getEpochSecond());
            if (objection.isEmpty()) {
                events.add(JSON.readTree(body));
            } else {
                objections.add(objection);
            }
            exchange.sendResponseHeaders(objection.isEmpty() ? 204 : 401, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
