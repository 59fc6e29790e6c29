package cn.yiwang.gateway.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Finds out from where a request comes. Only what a trusted proxy wrote counts: the header is read from the right, and
 * the first address that is not a trusted proxy is the client.
 */
@Component
public class ClientAddresses {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    /** What stands for a connection whose peer is already gone. */
    private static final String GONE = "unknown";

    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_SITE_BYTES = 8;

    private final List<Network> proxies;

    ClientAddresses(EdgeProperties properties) {
        proxies = properties.trustedProxies().stream().map(Network::parse).toList();
    }

    /** The client's address as text. */
    public String of(ServerHttpRequest request) {
        InetAddress client = client(request);
        return client == null ? GONE : client.getHostAddress();
    }

    /**
     * What counts as one client for a quota: an IPv4 address, or the /64 of an IPv6 address, because one subscriber can
     * use all addresses in it.
     */
    public String networkOf(ServerHttpRequest request) {
        InetAddress client = client(request);
        if (client == null) {
            return GONE;
        }
        byte[] bytes = client.getAddress();
        if (bytes.length == IPV4_LENGTH) {
            return client.getHostAddress();
        }
        StringBuilder site = new StringBuilder(20);
        for (int i = 0; i < IPV6_SITE_BYTES; i += 2) {
            site.append(Integer.toHexString(((bytes[i] & 0xFF) << Byte.SIZE) | (bytes[i + 1] & 0xFF)))
                    .append(':');
        }
        return site.append(":/64").toString();
    }

    private @Nullable InetAddress client(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        if (peer == null || peer.getAddress() == null) {
            return null;
        }
        InetAddress client = peer.getAddress();
        if (proxies.isEmpty() || !isProxy(client)) {
            return client;
        }
        List<String> headers = request.getHeaders().getOrEmpty(FORWARDED_FOR);
        for (int header = headers.size() - 1; header >= 0; header--) {
            String[] hops = headers.get(header).split(",", -1);
            for (int hop = hops.length - 1; hop >= 0; hop--) {
                InetAddress named = literal(hops[hop].strip());
                if (named == null) {
                    return client;
                }
                client = named;
                if (!isProxy(client)) {
                    return client;
                }
            }
        }
        return client;
    }

    private boolean isProxy(InetAddress address) {
        for (Network network : proxies) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            // Not an address: what stands left of it cannot be believed either.
            return null;
        }
    }
}
