package cn.yiwang.localstack.demo;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Checks an HTTP message signature (RFC 9421, Ed25519) and the digest of the body (RFC 9530), as a partner has to. */
final class MessageSignature {

    private static final Pattern INPUT = Pattern.compile("([a-z][a-z0-9_-]*)=(\\(([^)]*)\\)(.*))");
    private static final Pattern KEY_ID = Pattern.compile(";keyid=\"([^\"]+)\"");
    private static final Pattern CREATED = Pattern.compile(";created=(\\d+)");
    private static final List<String> WANTED = List.of("@method", "@target-uri", "content-digest");
    private static final long OLDEST_SECONDS = 300;

    /** What stands before the key itself in an Ed25519 SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Map<String, PublicKey> keys;

    MessageSignature(Map<String, PublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /** An Ed25519 key of a JSON Web Key Set. */
    static PublicKey key(JsonNode jwk) {
        byte[] raw = Base64.getUrlDecoder().decode(jwk.path("x").asString(""));
        byte[] encoded = ByteBuffer.allocate(ED25519_PREFIX.length + raw.length)
                .put(ED25519_PREFIX)
                .put(raw)
                .array();
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new StepFailedException("the published key is no Ed25519 key: " + jwk, e);
        }
    }

    /** Why the message is not to be believed; an empty text when it is genuine. */
    String objection(String method, URI target, UnaryOperator<String> header, byte[] body, long nowSeconds) {
        Matcher input = INPUT.matcher(header.apply("Signature-Input"));
        if (!input.matches()) {
            return "it is not signed";
        }
        List<String> covered = components(input.group(3));
        if (!covered.containsAll(WANTED)) {
            return "the signature covers only " + covered;
        }
        Matcher created = CREATED.matcher(input.group(4));
        if (!created.find() || Math.abs(nowSeconds - Long.parseLong(created.group(1))) > OLDEST_SECONDS) {
            return "the signature is not of now";
        }
        if (!header.apply("Content-Digest").equals("sha-256=:" + sha256(body) + ":")) {
            return "the body does not match its digest";
        }
        Matcher keyId = KEY_ID.matcher(input.group(4));
        PublicKey key = keyId.find() ? keys.get(keyId.group(1)) : null;
        if (key == null) {
            return "it is signed with a key that is not published";
        }
        String base = base(covered, method, target, header) + "\"@signature-params\": " + input.group(2);
        String signature = header.apply("Signature")
                .replaceFirst("^" + input.group(1) + "=:", "")
                .replaceFirst(":$", "");
        return verifies(key, base, signature) ? "" : "the signature is wrong";
    }

    private static List<String> components(String list) {
        List<String> names = new ArrayList<>();
        for (String quoted : list.strip().split(" +")) {
            names.add(quoted.replace("\"", ""));
        }
        return names;
    }

    private static String base(List<String> covered, String method, URI target, UnaryOperator<String> header) {
        StringBuilder base = new StringBuilder();
        for (String component : covered) {
            String value =
                    switch (component) {
                        case "@method" -> method;
                        case "@target-uri" -> target.toString();
                        default -> header.apply(component);
                    };
            base.append('"').append(component).append("\": ").append(value).append('\n');
        }
        return base.toString();
    }

    private static String sha256(byte[] body) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean verifies(PublicKey key, String base, String signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(base.getBytes(StandardCharsets.US_ASCII));
            return ed25519.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
