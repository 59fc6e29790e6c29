package cn.yiwang.gateway.route;

import cn.yiwang.gateway.edge.ClientAddresses;
import cn.yiwang.gateway.edge.PublicAddress;
import cn.yiwang.gateway.edge.TraceParent;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Decides what a service gets to read. Headers by which a service could mistake the caller's word for the gateway's are
 * dropped, and the gateway's own are set: the trace, the client's address, the public address of the platform.
 */
@Component
final class OutboundHeaders implements HttpHeadersFilter, Ordered {

    private static final Set<String> DROPPED = Set.of(
            // What proxies say about a caller: only this one's word counts.
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "x-original-url",
            "x-original-uri",
            "x-rewrite-url",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            // A proxy that honours it lets a request poison its successor.
            "proxy",
            // Trace context in other formats than the one that is set below.
            "traceparent",
            "tracestate",
            "baggage",
            "b3");

    /** Names that begin so are the platform's own or a proxy's. */
    private static final String[] DROPPED_PREFIXES = {"x-forwarded-", "x-yiwang-", "x-internal-", "x-b3-"};

    private final ClientAddresses addresses;
    private final @Nullable URI publicBase;

    OutboundHeaders(ClientAddresses addresses, PublicAddress address) {
        this.addresses = addresses;
        this.publicBase = address.publicBaseUrl();
    }

    @Override
    public HttpHeaders filter(HttpHeaders received, ServerWebExchange exchange) {
        HttpHeaders headers = new HttpHeaders();
        for (Map.Entry<String, List<String>> header : received.headerSet()) {
            if (!isDropped(header.getKey())) {
                headers.put(header.getKey(), header.getValue());
            }
        }
        headers.set("traceparent", TraceParent.of(exchange).header());
        headers.set("X-Forwarded-For", addresses.of(exchange.getRequest()));
        URI base = publicBase;
        if (base != null) {
            headers.set("X-Forwarded-Proto", base.getScheme());
            headers.set("X-Forwarded-Host", base.getRawAuthority());
        }
        return headers;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.REQUEST;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static boolean isDropped(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (DROPPED.contains(lower)) {
            return true;
        }
        for (String prefix : DROPPED_PREFIXES) {
            if (lower.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
