package cn.yiwang.localstack.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One call to the gateway, before it is made. */
final class Call {

    private static final JsonMapper JSON = new JsonMapper();

    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte @Nullable [] body;
    private @Nullable String person;

    private Call(String method, String path) {
        this.method = method;
        this.path = path;
    }

    static Call get(String path) {
        return new Call("GET", path);
    }

    static Call delete(String path) {
        return new Call("DELETE", path);
    }

    static Call put(String path, Object body) {
        return new Call("PUT", path).json(body);
    }

    /** A creating call; it carries a key, so that a repetition would do nothing twice. */
    static Call post(String path, Object body) {
        return new Call("POST", path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(body);
    }

    static Call upload(String path, Form form) {
        Call call = new Call("POST", path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", form.contentType());
        call.body = form.bytes();
        return call;
    }

    /** In whose name; without it the call carries no token. */
    Call as(String login) {
        person = login;
        return this;
    }

    Call ifMatch(String tag) {
        return header("If-Match", tag);
    }

    Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    private Call json(Object content) {
        body = JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        return header("Content-Type", "application/json");
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }

    @Nullable String person() {
        return person;
    }
}
