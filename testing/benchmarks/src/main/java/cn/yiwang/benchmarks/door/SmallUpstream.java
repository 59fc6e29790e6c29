package cn.yiwang.benchmarks.door;

import cn.yiwang.benchmarks.process.IssuerKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Answers every request with the same small JSON at once, so that what is measured is the way to it. */
final class SmallUpstream implements AutoCloseable {

    private static final byte[] BODY = ("{\"items\":[" + "{\"code\":\"431000\",\"name\":\"郴州市\"},".repeat(20)
                    + "{\"code\":\"431002\",\"name\":\"北湖区\"}],\"next\":null}")
            .getBytes(StandardCharsets.UTF_8);

    private final DisposableServer server;

    SmallUpstream(IssuerKey key) {
        byte[] keys = key.jwkSet().getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> {
                    byte[] body = request.uri().equals("/keys") ? keys : BODY;
                    return response.header("Content-Type", "application/json")
                            .header("Content-Length", Integer.toString(body.length))
                            .sendByteArray(Mono.just(body));
                })
                .bindNow(Duration.ofSeconds(10));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(5));
    }
}
