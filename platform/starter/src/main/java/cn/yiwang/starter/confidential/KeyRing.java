package cn.yiwang.starter.confidential;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 keys by id: the current one seals, every one opens. */
public final class KeyRing {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,30}");
    private static final int KEY_LENGTH = 32;

    private final String currentId;
    private final Map<String, SecretKey> keys;

    private KeyRing(String currentId, Map<String, SecretKey> keys) {
        this.currentId = currentId;
        this.keys = keys;
    }

    /**
     * A ring of the keys given as base64 of 32 bytes.
     *
     * @throws IllegalArgumentException when a key has another length or the current one is missing; the message names the key, never its
     *     bytes
     */
    public static KeyRing of(String currentId, Map<String, String> base64Keys) {
        Map<String, SecretKey> keys = base64Keys.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> secretKey(entry.getKey(), entry.getValue(), "AES")));
        if (!keys.containsKey(currentId)) {
            throw new IllegalArgumentException(
                    "The current key '" + currentId + "' is not among the keys " + keys.keySet());
        }
        return new KeyRing(currentId, keys);
    }

    /** The key of base64 text; 32 bytes or an {@link IllegalArgumentException}. */
    public static SecretKey secretKey(String name, String base64, String algorithm) {
        if (!ID.matcher(name).matches()) {
            throw new IllegalArgumentException("A key id has 1 to 30 of a-z, 0-9 and -: '" + name + "'");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("The key '" + name + "' is not base64", notBase64);
        }
        try {
            if (bytes.length != KEY_LENGTH) {
                throw new IllegalArgumentException(
                        "The key '" + name + "' has " + bytes.length + " bytes instead of 32");
            }
            return new SecretKeySpec(bytes, algorithm);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    String currentId() {
        return currentId;
    }

    SecretKey current() {
        return key(currentId);
    }

    SecretKey key(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new ConfidentialException(
                    "Sealed under the key '" + id + "', which is not on the ring " + keys.keySet());
        }
        return key;
    }
}
