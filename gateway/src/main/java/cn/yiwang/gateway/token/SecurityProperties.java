package cn.yiwang.gateway.token;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed; the same names as in the services.
 *
 * @param issuers every trusted OIDC provider; more than one can be trusted at once
 * @param audience when set, a token must name it in {@code aud}
 * @param clockSkew how far the clocks of an issuer and of the gateway may differ
 */
@ConfigurationProperties("yiwang.security")
record SecurityProperties(
        @DefaultValue List<Issuer> issuers,
        @Nullable String audience,
        @DefaultValue("30s") Duration clockSkew) {

    SecurityProperties {
        issuers = List.copyOf(issuers);
        if (issuers.isEmpty()) {
            throw new IllegalArgumentException(
                    "No token can be checked: set yiwang.security.issuers[0].uri to the issuer's address");
        }
        Set<String> seen = new HashSet<>();
        for (Issuer issuer : issuers) {
            if (!seen.add(issuer.uri())) {
                throw new IllegalArgumentException("yiwang.security.issuers lists " + issuer.uri() + " twice");
            }
        }
    }

    /**
     * One trusted issuer.
     *
     * @param uri exactly what its tokens say in {@code iss}
     * @param jwkSetUri where its keys are; when absent, its discovery document is asked at the first token
     */
    record Issuer(String uri, @Nullable URI jwkSetUri) {

        Issuer {
            if (uri.isBlank()) {
                throw new IllegalArgumentException("yiwang.security.issuers has an entry without a uri");
            }
        }
    }
}
