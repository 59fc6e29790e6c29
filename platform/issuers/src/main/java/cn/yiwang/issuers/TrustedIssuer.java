package cn.yiwang.issuers;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An OIDC provider whose tokens are believed.
 *
 * @param uri exactly what its tokens say in {@code iss}
 * @param jwkSetUri where its keys are; when absent, its discovery document is asked at the first token
 */
public record TrustedIssuer(String uri, @Nullable URI jwkSetUri) {

    public TrustedIssuer {
        if (uri.isBlank()) {
            throw new IllegalArgumentException("yiwang.security.issuers has an entry without a uri");
        }
    }
}
