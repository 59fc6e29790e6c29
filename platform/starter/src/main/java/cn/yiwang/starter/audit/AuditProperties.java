package cn.yiwang.starter.audit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How audit entries are chained.
 *
 * @param key base64 of the 32 bytes that the hashes are keyed with; a secret, without a default
 * @param interval how often entries are sealed
 * @param lease how long entries stay unsealed when the instance that seals dies
 */
@ConfigurationProperties("yiwang.audit")
record AuditProperties(
        @Nullable String key,
        @DefaultValue("500ms") Duration interval,
        @DefaultValue("5s") Duration lease) {

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "AuditProperties[interval=" + interval + "]";
    }
}
