package cn.yiwang.testsupport;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The stand-ins for services that the one under test asks; what they were told is forgotten after each test. */
public final class Upstreams {

    private static final Map<String, WireMockServer> SERVERS = new ConcurrentHashMap<>();

    private Upstreams() {}

    /** The stand-in for a service, by its name in the registry. */
    public static WireMockServer of(String service) {
        return SERVERS.computeIfAbsent(service, _ -> {
            var server = new WireMockServer(WireMockConfiguration.options()
                    .dynamicPort()
                    .bindAddress("127.0.0.1")
                    .containerThreads(12)
                    .jettyAcceptors(1));
            server.start();
            return server;
        });
    }

    static void reset() {
        SERVERS.values().forEach(WireMockServer::resetAll);
    }
}
