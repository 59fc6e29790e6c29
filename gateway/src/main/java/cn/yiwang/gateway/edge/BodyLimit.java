package cn.yiwang.gateway.edge;

import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses bodies over the limit: at once when the length is announced, else as soon as one byte too many arrives. */
@Component
@Order(BodyLimit.AFTER_QUOTA)
final class BodyLimit implements WebFilter {

    static final int AFTER_QUOTA = 200;

    private static final PathPattern UPLOADS =
            PathPatternParser.defaultInstance.parse("/api/v1/applications/{id}/materials");

    private final long bodyLimit;
    private final long uploadLimit;

    BodyLimit(EdgeProperties properties) {
        bodyLimit = properties.bodyLimit().toBytes();
        uploadLimit = properties.uploadLimit().toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!announcesBody(request)) {
            return chain.filter(exchange);
        }
        PathContainer path = request.getPath().pathWithinApplication();
        long limit = HttpMethod.POST.equals(request.getMethod()) && UPLOADS.matches(path) ? uploadLimit : bodyLimit;
        long announced = request.getHeaders().getContentLength();
        if (announced > limit) {
            return Mono.error(new BodyTooLargeException());
        }
        if (announced >= 0) {
            // The server hands over no more than was announced.
            return chain.filter(exchange);
        }
        return chain.filter(
                exchange.mutate().request(new LimitedRequest(request, limit)).build());
    }

    private static boolean announcesBody(ServerHttpRequest request) {
        return request.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH) != null
                || request.getHeaders().getFirst(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static final class LimitedRequest extends ServerHttpRequestDecorator {

        private final long limit;
        private long seen;

        LimitedRequest(ServerHttpRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody().map(this::count);
        }

        private DataBuffer count(DataBuffer buffer) {
            seen += buffer.readableByteCount();
            if (seen > limit) {
                DataBufferUtils.release(buffer);
                throw new BodyTooLargeException();
            }
            return buffer;
        }
    }
}
