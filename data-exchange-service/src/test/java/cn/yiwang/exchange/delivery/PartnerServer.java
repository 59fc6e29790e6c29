package cn.yiwang.exchange.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's own server, which keeps what it is sent and answers as it is told. */
final class PartnerServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Call> answer = _ -> 204;

    PartnerServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?partner=tax";
    }

    List<Call> calls() {
        return calls;
    }

    /** The ids of the events taken, in the order in which they came. */
    List<String> taken() {
        return calls.stream()
                .filter(call -> call.status() < 300)
                .map(call -> call.event().path("id").asString())
                .toList();
    }

    void answer(ToIntFunction<Call> status) {
        answer = status;
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(
                        Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), header -> header.getValue()
                                .getFirst()));
        Call asked = new Call(exchange.getRequestMethod(), headers, body, JSON.readTree(body), 0);
        int status = answer.applyAsInt(asked);
        calls.add(new Call(asked.method(), headers, body, asked.event(), status));
        if (status == 302) {
            exchange.getResponseHeaders().add("Location", url());
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Call(String method, Map<String, String> headers, byte[] body, JsonNode event, int status) {}
}
