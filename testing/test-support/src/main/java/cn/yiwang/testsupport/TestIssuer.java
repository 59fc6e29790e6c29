package cn.yiwang.testsupport;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An OIDC provider as small as it can be: its keys, its discovery document, and client credentials for services. */
final class TestIssuer {

    static final String CLIENT_ID = "service-under-test";

    private static final String KEY_ID = "test";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RSAKey key = newKey();
    private final RSAKey foreignKey = newKey();
    private final String uri;

    private TestIssuer() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            uri = "http://127.0.0.1:" + server.getAddress().getPort();
            server.createContext("/jwks", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
            server.createContext(
                    "/.well-known/openid-configuration",
                    exchange -> answer(exchange, JSON.writeValueAsString(discovery())));
            server.createContext("/token", exchange -> answer(exchange, JSON.writeValueAsString(clientToken())));
            server.setExecutor(work -> Thread.ofVirtual().start(work));
            // The server's own thread is no daemon, and a test JVM must end by itself.
            var starter = Thread.ofPlatform().daemon().name("test-issuer").unstarted(server::start);
            starter.start();
            starter.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static TestIssuer shared() {
        return Holder.ISSUER;
    }

    /** What its tokens say in {@code iss}. */
    String uri() {
        return uri;
    }

    String jwkSetUri() {
        return uri + "/jwks";
    }

    String tokenUri() {
        return uri + "/token";
    }

    String sign(JWTClaimsSet claims) {
        return sign(claims, key);
    }

    String forge(JWTClaimsSet claims) {
        return sign(claims, foreignKey);
    }

    String leaveUnsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> discovery() {
        return Map.of("issuer", uri, "jwks_uri", jwkSetUri(), "token_endpoint", tokenUri());
    }

    private static Map<String, Object> clientToken() {
        var header = Tokens.system(CLIENT_ID, "internal").bearer();
        return Map.of("access_token", header.substring("Bearer ".length()), "token_type", "Bearer", "expires_in", 600);
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(KEY_ID).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Started when the first token is wanted. */
    private static final class Holder {

        private static final TestIssuer ISSUER = new TestIssuer();
    }
}
