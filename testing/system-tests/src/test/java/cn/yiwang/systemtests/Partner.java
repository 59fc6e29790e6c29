package cn.yiwang.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's end of the webhooks: takes what comes and checks who signed it, with nothing but the published keys. */
final class Partner implements AutoCloseable {

    private static final Pattern INPUT =
            Pattern.compile("[a-z]+=(\\((?<covered>[^)]*)\\);.*keyid=\"(?<key>[^\"]+)\".*)");

    private static final Pattern SIGNATURE = Pattern.compile("[a-z]+=:(?<signature>[A-Za-z0-9+/=]+):");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;

    private record Received(String body, String contentType, String digest, String input, String signature) {}

    Partner() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** What came about an aggregate so far, each event checked to be signed by the platform and unchanged since. */
    List<JsonNode> received(String subject) {
        List<Received> all = List.copyOf(received);
        return all.stream()
                .map(one -> {
                    check(one);
                    return JSON.readTree(one.body());
                })
                .filter(event -> event.path("subject").asString("").equals(subject))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    headers.getFirst("Content-Type"),
                    headers.getFirst("Content-Digest"),
                    headers.getFirst("Signature-Input"),
                    headers.getFirst("Signature")));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /** RFC 9530 for the digest, RFC 9421 section 3.2 for the signature. */
    private void check(Received message) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(message.body().getBytes(StandardCharsets.UTF_8));
            assertThat(message.digest())
                    .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":");
            var input = INPUT.matcher(message.input());
            assertThat(input.matches()).as(message.input()).isTrue();
            assertThat(input.group("covered")).contains("\"@method\"", "\"@target-uri\"", "\"content-digest\"");
            var base = new StringBuilder();
            for (var component : input.group("covered").split(" ", -1)) {
                base.append(component)
                        .append(": ")
                        .append(value(component, message))
                        .append('\n');
            }
            base.append("\"@signature-params\": ").append(input.group(1));
            var signature = SIGNATURE.matcher(message.signature());
            assertThat(signature.matches()).as(message.signature()).isTrue();
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publishedKey(input.group("key")));
            verifier.update(base.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(verifier.verify(Base64.getDecoder().decode(signature.group("signature"))))
                    .isTrue();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String value(String component, Received message) {
        return switch (component) {
            case "\"@method\"" -> "POST";
            case "\"@target-uri\"" -> address();
            case "\"content-type\"" -> message.contentType();
            case "\"content-digest\"" -> message.digest();
            default -> throw new AssertionError("an unexpected part is signed: " + component);
        };
    }

    private static PublicKey publishedKey(String id) throws GeneralSecurityException {
        var keys = Call.get("/api/v1/webhook-keys").send().expect(200).json().path("keys");
        var x = keys.valueStream()
                .filter(key -> key.path("kid").asString().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the key " + id + " is not published: " + keys))
                .path("x")
                .asString();
        // RFC 8032: 32 bytes, little end first; the last bit is the sign of the other coordinate.
        var bytes = Base64.getUrlDecoder().decode(x);
        for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
            var swapped = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = swapped;
        }
        var odd = (bytes[0] & 0x80) != 0;
        bytes[0] &= 0x7F;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bytes))));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
