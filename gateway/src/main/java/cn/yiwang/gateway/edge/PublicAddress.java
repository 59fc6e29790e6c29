package cn.yiwang.gateway.edge;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the outside calls this platform.
 *
 * @param publicBaseUrl the address of the gateway from outside; the services learn it, never the caller's {@code Host}
 */
@ConfigurationProperties("yiwang")
public record PublicAddress(@Nullable URI publicBaseUrl) {

    public PublicAddress {
        if (publicBaseUrl != null && publicBaseUrl.getHost() == null) {
            throw new IllegalArgumentException("yiwang.public-base-url must be a complete address");
        }
    }

    boolean isHttps() {
        return publicBaseUrl != null && "https".equals(publicBaseUrl.getScheme());
    }
}
