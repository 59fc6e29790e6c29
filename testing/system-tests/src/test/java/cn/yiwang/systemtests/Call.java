package cn.yiwang.systemtests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** One HTTP call through the gateway in the making, immutable. */
final class Call {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String base;
    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final byte[] body;

    private Call(String base, String method, String path, Map<String, String> headers, byte[] body) {
        this.base = base;
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
    }

    static Call of(String method, String path) {
        return new Call(Platform.running().gateway(), method, path, Map.of(), new byte[0]);
    }

    static Call get(String path) {
        return of("GET", path);
    }

    static Call post(String path) {
        return of("POST", path).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    static Call put(String path) {
        return of("PUT", path);
    }

    /** The same call at another address, for looking behind the gateway. */
    Call at(String address) {
        return new Call(address, method, path, headers, body);
    }

    Call as(String bearer) {
        return header("Authorization", bearer);
    }

    Call ifMatch(String etag) {
        return header("If-Match", etag);
    }

    Call key(String idempotencyKey) {
        return header("Idempotency-Key", idempotencyKey);
    }

    Call header(String name, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new Call(base, method, path, changed, body);
    }

    Call without(String name) {
        var changed = new LinkedHashMap<>(headers);
        changed.remove(name);
        return new Call(base, method, path, changed, body);
    }

    Call json(String text) {
        return header("Content-Type", "application/json").bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A form with fields and one file, as a browser sends it. */
    Call form(Map<String, String> fields, String fileName, String mediaType, byte[] file) {
        var boundary = "yiwang-" + UUID.randomUUID();
        var form = new ByteArrayOutputStream();
        fields.forEach((name, value) -> form.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value))
                        .getBytes(StandardCharsets.UTF_8)));
        form.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                                .formatted(boundary, fileName, mediaType))
                        .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .bytes(form.toByteArray());
    }

    private Call bytes(byte[] content) {
        return new Call(base, method, path, headers, content);
    }

    Answer send() {
        try {
            return attempt();
        } catch (IOException e) {
            throw new UncheckedIOException(this + ": " + e.getMessage(), e);
        }
    }

    /**
     * Sends until there is an answer that is not the platform's trouble, as a client with an idempotency key may; each try is
     * word for word the same.
     */
    Answer sendUntilAnswered() {
        var last = new Answer[1];
        BooleanSupplier answered = () -> {
            try {
                last[0] = attempt();
                return last[0].status() < 500 && last[0].status() != 429;
            } catch (IOException e) {
                return false;
            }
        };
        Awaitility.await(this.toString())
                .atMost(Duration.ofMinutes(4))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .until(answered::getAsBoolean);
        return last[0];
    }

    private Answer attempt() throws IOException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, publisher());
        headers.forEach(request::header);
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(toString(), response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private BodyPublisher publisher() {
        return body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    }

    @Override
    public String toString() {
        var shown = new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
        return method + " " + (path.length() > 200 ? path.substring(0, 200) + "…" : path)
                + (shown.isEmpty() ? "" : " " + shown);
    }
}
