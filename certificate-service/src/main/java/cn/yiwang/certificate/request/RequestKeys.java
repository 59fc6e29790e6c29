package cn.yiwang.certificate.request;

import cn.yiwang.starter.confidential.Secrets;
import java.util.Map;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code yiwang.certificate-requests}: the keys shared with those who may ask for certificates. Without them no start. */
@ConfigurationProperties("yiwang.certificate-requests")
record RequestKeys(@Nullable String currentKey, @Nullable Map<String, String> keys) {

    String current() {
        return Secrets.required("yiwang.certificate-requests.current-key", currentKey);
    }

    Map<String, String> ring() {
        Secrets.required("yiwang.certificate-requests.keys." + current(), ofCurrent());
        return keys == null ? Map.of() : keys;
    }

    SecretKey anyIndexKey() {
        return Secrets.key("yiwang.certificate-requests.keys." + current(), ofCurrent(), "HmacSHA256");
    }

    /** Leaves the keys out. */
    @Override
    public String toString() {
        return "RequestKeys[currentKey=" + currentKey + ", keys=" + (keys == null ? "[]" : keys.keySet()) + "]";
    }

    private @Nullable String ofCurrent() {
        return keys == null ? null : keys.get(current());
    }
}
