package cn.yiwang.exchange.delivery;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Checks a webhook as a partner would that has only read RFC 9421 and RFC 9530: it takes the covered components from the request itself
 * and shares no code with the signer.
 */
final class SignatureCheck {

    private static final Pattern INPUT = Pattern.compile("([a-z]+)=(\\(([^)]*)\\)(.*))");
    private static final Pattern KEY_ID = Pattern.compile(";keyid=\"([^\"]+)\"");

    private SignatureCheck() {}

    static boolean confirms(JsonNode keySet, PartnerServer.Call call, String targetUri) throws Exception {
        Map<String, String> headers = call.headers();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(call.body());
        if (!headers.get("content-digest")
                .equals("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":")) {
            return false;
        }
        Matcher input = INPUT.matcher(headers.get("signature-input"));
        Matcher keyId = KEY_ID.matcher(headers.get("signature-input"));
        if (!input.matches() || !keyId.find()) {
            return false;
        }
        List<String> lines = new ArrayList<>();
        for (String quoted : input.group(3).split(" ")) {
            String component = quoted.substring(1, quoted.length() - 1);
            String value =
                    switch (component) {
                        case "@method" -> call.method();
                        case "@target-uri" -> targetUri;
                        default -> headers.get(component).strip();
                    };
            lines.add(quoted + ": " + value);
        }
        if (!lines.toString().contains("content-digest") || !lines.toString().contains("@target-uri")) {
            return false;
        }
        lines.add("\"@signature-params\": " + input.group(2));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key(keySet, keyId.group(1)));
        signature.update(String.join("\n", lines).getBytes(StandardCharsets.US_ASCII));
        String prefix = input.group(1) + "=:";
        String sent = headers.get("signature");
        return sent.startsWith(prefix)
                && signature.verify(Base64.getDecoder().decode(sent.substring(prefix.length(), sent.length() - 1)));
    }

    /** RFC 8032: 255 bits of y, little-endian, and the parity of x in the highest bit. */
    private static PublicKey key(JsonNode keySet, String id) throws Exception {
        JsonNode key = keySet.path("keys")
                .valueStream()
                .filter(candidate -> candidate.path("kid").asString().equals(id))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Base64.getUrlDecoder().decode(key.path("x").asString());
        byte[] bigEndian = new byte[bytes.length];
        for (int index = 0; index < bytes.length; index++) {
            bigEndian[index] = bytes[bytes.length - 1 - index];
        }
        boolean odd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }
}
