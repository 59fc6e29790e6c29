package cn.yiwang.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MessageSignatureTest {

    private static final long NOW = 1_795_000_000;
    private static final URI TARGET = URI.create("http://partner.example/events");
    private static final byte[] BODY = "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8);

    private Map<String, String> headers;
    private MessageSignature signature;

    @BeforeEach
    void sign() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        String x = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        signature = new MessageSignature(Map.of(
                "k", MessageSignature.key(new JsonMapper().createObjectNode().put("x", x))));
        String digest = "sha-256=:"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(BODY)) + ":";
        String parameters = "(\"@method\" \"@target-uri\" \"content-digest\");created=" + NOW + ";keyid=\"k\"";
        String base = "\"@method\": POST\n\"@target-uri\": " + TARGET + "\n\"content-digest\": " + digest
                + "\n\"@signature-params\": " + parameters;
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initSign(pair.getPrivate());
        ed25519.update(base.getBytes(StandardCharsets.US_ASCII));
        headers = new HashMap<>(Map.of(
                "content-digest",
                digest,
                "signature-input",
                "yiwang=" + parameters,
                "signature",
                "yiwang=:" + Base64.getEncoder().encodeToString(ed25519.sign()) + ":"));
    }

    @Test
    void a_genuine_message_is_believed() {
        assertThat(objection(BODY, NOW)).isEmpty();
    }

    @Test
    void another_body_is_not() {
        assertThat(objection("{}".getBytes(StandardCharsets.UTF_8), NOW)).contains("digest");
    }

    @Test
    void a_message_of_yesterday_is_not() {
        assertThat(objection(BODY, NOW + 86_400)).contains("not of now");
    }

    @Test
    void a_signature_over_too_little_is_not() {
        headers.put("signature-input", "yiwang=(\"@method\");created=" + NOW + ";keyid=\"k\"");

        assertThat(objection(BODY, NOW)).contains("covers only");
    }

    @Test
    void an_unknown_key_is_not() {
        headers.computeIfPresent("signature-input", (name, value) -> value.replace("\"k\"", "\"other\""));

        assertThat(objection(BODY, NOW)).contains("not published");
    }

    @Test
    void a_message_to_somebody_else_is_not() {
        assertThat(signature.objection("POST", URI.create("http://other.example/"), this::header, BODY, NOW))
                .contains("signature is wrong");
    }

    private String objection(byte[] body, long now) {
        return signature.objection("POST", TARGET, this::header, body, now);
    }

    private String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
}
