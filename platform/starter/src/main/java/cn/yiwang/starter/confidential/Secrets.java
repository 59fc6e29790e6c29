package cn.yiwang.starter.confidential;

import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Reads keys from the configuration; one that is absent or malformed ends the start with one line that names its property. */
public final class Secrets {

    private Secrets() {}

    /** The value of a property that has no default. */
    public static String required(String property, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new MissingSecretException(property, "is not set");
        }
        return value;
    }

    /** The key of a property that holds base64 of 32 bytes. */
    public static SecretKey key(String property, @Nullable String base64, String algorithm) {
        try {
            return KeyRing.secretKey("key", required(property, base64), algorithm);
        } catch (IllegalArgumentException malformed) {
            throw new MissingSecretException(property, "is not base64 of 32 bytes");
        }
    }
}
