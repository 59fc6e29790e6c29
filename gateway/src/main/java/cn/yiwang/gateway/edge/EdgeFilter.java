package cn.yiwang.gateway.edge;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every exchange its trace id and every answer, whoever wrote it, the same security headers. The headers are set
 * at the last moment, so that they replace what a service set.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EdgeFilter implements WebFilter {

    static final String TRACE_ID = "X-Trace-Id";

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    private static final String NOTHING_EMBEDDED = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    /** RFC 6797; two years, the length that browsers' preload lists ask for. */
    private static final String TRANSPORT_SECURITY = "max-age=63072000";

    private final double sampling;
    private final boolean behindTls;

    EdgeFilter(EdgeProperties properties, PublicAddress address) {
        sampling = properties.traceSampling();
        behindTls = address.isHttps();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        TraceParent trace = TraceParent.continueOrBegin(request.getHeaders().getFirst(TraceParent.HEADER), sampling);
        trace.attachTo(exchange);
        ServerHttpResponse response = exchange.getResponse();
        response.beforeCommit(() -> {
            complete(response.getHeaders(), trace);
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private void complete(HttpHeaders headers, TraceParent trace) {
        headers.set(TRACE_ID, trace.traceId());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        // Long out of use; a filter that is switched on can itself be abused.
        headers.set("X-XSS-Protection", "0");
        if (headers.getFirst(CONTENT_SECURITY_POLICY) == null) {
            headers.set(CONTENT_SECURITY_POLICY, NOTHING_EMBEDDED);
        }
        if (headers.getFirst(HttpHeaders.CACHE_CONTROL) == null) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (behindTls) {
            headers.set("Strict-Transport-Security", TRANSPORT_SECURITY);
        }
    }
}
