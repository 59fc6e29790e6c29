package cn.yiwang.gateway.token;

import cn.yiwang.issuers.TokenRules;
import cn.yiwang.issuers.TrustedIssuer;
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
        @DefaultValue List<TrustedIssuer> issuers,
        @Nullable String audience,
        @DefaultValue("30s") Duration clockSkew) {

    SecurityProperties {
        issuers = List.copyOf(issuers);
        if (issuers.isEmpty()) {
            throw new IllegalArgumentException(
                    "No token can be checked: set yiwang.security.issuers[0].uri to the issuer's address");
        }
        Set<String> seen = new HashSet<>();
        for (TrustedIssuer issuer : issuers) {
            if (!seen.add(issuer.uri())) {
                throw new IllegalArgumentException("yiwang.security.issuers lists " + issuer.uri() + " twice");
            }
        }
    }

    TokenRules rules() {
        return new TokenRules(audience, clockSkew);
    }
}
