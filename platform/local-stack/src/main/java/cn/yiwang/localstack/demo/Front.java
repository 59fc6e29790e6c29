package cn.yiwang.localstack.demo;

import cn.yiwang.localstack.tokens.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Makes calls through the gateway, each in the name of its person. */
final class Front implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI gateway;
    private final Tokens tokens;
    private final Journal journal;
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Front(URI gateway, Tokens tokens, Journal journal) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.journal = journal;
    }

    /** Makes the call and wants just this status; anything else ends the step with what the service said. */
    Answer expect(int status, Call call) {
        Answer answer = make(call);
        if (answer.status() != status) {
            throw new StepFailedException("%s %s answered %d instead of %d: %s"
                    .formatted(call.method(), readable(call.path()), answer.status(), status, answer.body()));
        }
        return answer;
    }

    /** A token, got once by signing in for real. */
    String token(String person) {
        return known.computeIfAbsent(person, tokens::get);
    }

    private Answer make(Call call) {
        HttpRequest request = request(call);
        long begun = System.nanoTime();
        HttpResponse<String> response = send(request, call);
        journal.call(
                "%s %s -> %d".formatted(call.method(), readable(call.path()), response.statusCode()),
                Journal.millisSince(begun));
        return new Answer(
                response.statusCode(), response.headers().firstValue("ETag").orElse(""), json(response.body()));
    }

    private HttpResponse<String> send(HttpRequest request, Call call) {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new StepFailedException(
                    "%s %s got no answer: %s".formatted(call.method(), readable(call.path()), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailedException("interrupted", e);
        }
    }

    private HttpRequest request(Call call) {
        byte[] body = call.body();
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(call.path()))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json")
                .method(call.method(), content);
        call.headers().forEach(request::header);
        String person = call.person();
        if (person != null) {
            request.header("Authorization", "Bearer " + token(person));
        }
        return request.build();
    }

    private static JsonNode json(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException e) {
            throw new StepFailedException("the answer is not JSON: " + body, e);
        }
    }

    private static String readable(String path) {
        return URLDecoder.decode(path, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
