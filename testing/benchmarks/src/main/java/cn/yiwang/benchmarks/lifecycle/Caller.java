package cn.yiwang.benchmarks.lifecycle;

import cn.yiwang.benchmarks.load.Answer;
import cn.yiwang.benchmarks.load.HttpLine;
import cn.yiwang.benchmarks.load.Notes;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the calls of one client, each with a fresh idempotency key, and notes how long they take. */
final class Caller implements AutoCloseable {

    private static final AtomicLong KEYS = new AtomicLong();
    private static final String RUN = Long.toHexString(System.nanoTime());

    private final HttpLine line;

    Caller(URI gateway) {
        line = new HttpLine(gateway);
    }

    Answer post(Notes notes, String call, String token, String path, String ifMatch, String json) throws IOException {
        return post(notes, call, token, path, ifMatch, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(Notes notes, String call, String token, String path, String ifMatch, String contentType, byte[] body)
            throws IOException {
        String headers = "Authorization: Bearer " + token
                + "\r\nContent-Type: " + contentType
                + "\r\nIdempotency-Key: " + RUN + "-" + KEYS.incrementAndGet()
                + (ifMatch.isEmpty() ? "" : "\r\nIf-Match: " + ifMatch) + "\r\n";
        long begun = System.nanoTime();
        Answer answer = line.send("POST", path, headers, body);
        notes.call(call, System.nanoTime() - begun);
        return answer.orFail(call);
    }

    Answer get(String path) throws IOException {
        return line.send("GET", path, "", null).orFail("GET " + path);
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
