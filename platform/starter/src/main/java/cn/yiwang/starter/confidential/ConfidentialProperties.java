package cn.yiwang.starter.confidential;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of personal data at rest; secrets, without a default.
 *
 * @param currentKey the id of the key that seals
 * @param keys base64 of 32 bytes by id: the current key and every older one under which values are still stored
 * @param indexKey base64 of 32 bytes, for the blind index; it doesn't rotate
 */
@ConfigurationProperties("yiwang.confidential")
record ConfidentialProperties(
        @Nullable String currentKey,
        @DefaultValue Map<String, String> keys,
        @Nullable String indexKey) {

    /** Leaves the keys out. */
    @Override
    public String toString() {
        return "ConfidentialProperties[currentKey=" + currentKey + ", keys=" + keys.keySet() + "]";
    }
}
