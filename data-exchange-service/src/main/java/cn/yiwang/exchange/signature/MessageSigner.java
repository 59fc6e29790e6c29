package cn.yiwang.exchange.signature;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Signs a request that we are about to make: RFC 9421 over method, address, content type and the digest of RFC 9530. */
@Component
public class MessageSigner {

    private static final String LABEL = "yiwang";
    private static final String TAG = "yiwang-webhook";
    private static final String COVERED = "(\"@method\" \"@target-uri\" \"content-type\" \"content-digest\")";

    private final SigningKeys keys;

    MessageSigner(SigningKeys keys) {
        this.keys = keys;
    }

    /** The headers to add to a POST of the body, in the order in which to add them. */
    public Map<String, String> headers(URI target, String contentType, byte[] body, Instant created) {
        SigningKey key = keys.current();
        String digest = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(body)) + ":";
        String parameters = "%s;created=%d;keyid=\"%s\";alg=\"ed25519\";tag=\"%s\""
                .formatted(COVERED, created.getEpochSecond(), key.id(), TAG);
        String base = """
                "@method": POST
                "@target-uri": %s
                "content-type": %s
                "content-digest": %s
                "@signature-params": %s""".formatted(target, contentType, digest, parameters);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Digest", digest);
        headers.put("Signature-Input", LABEL + "=" + parameters);
        headers.put("Signature", LABEL + "=:" + Base64.getEncoder().encodeToString(sign(key, base)) + ":");
        return headers;
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 is not usable here", impossible);
        }
    }

    private static byte[] sign(SigningKey key, String base) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.privateKey());
            signature.update(base.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Cannot sign with " + key.id(), broken);
        }
    }
}
