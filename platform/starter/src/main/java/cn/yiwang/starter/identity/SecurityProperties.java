package cn.yiwang.starter.identity;

import cn.yiwang.issuers.TokenRules;
import cn.yiwang.issuers.TrustedIssuer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens a service believes.
 *
 * @param issuers every trusted OIDC provider; more than one can be trusted at once. The subjects of the first are stored as they are, so
 *     the first must stay the first
 * @param audience when set, a token must name it in {@code aud}
 * @param clockSkew how far the clocks of an issuer and of this service may differ
 */
@ConfigurationProperties("yiwang.security")
record SecurityProperties(
        @DefaultValue List<Issuer> issuers,
        @Nullable String audience,
        @DefaultValue("30s") Duration clockSkew) {

    SecurityProperties {
        issuers = List.copyOf(issuers);
        Set<String> uris = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Issuer issuer : issuers) {
            if (!uris.add(issuer.uri())) {
                throw new IllegalArgumentException("yiwang.security.issuers lists " + issuer.uri() + " twice");
            }
            if (!names.add(issuer.name())) {
                throw new IllegalArgumentException("yiwang.security.issuers has two entries named " + issuer.name());
            }
        }
        if (!issuers.isEmpty() && issuers.getFirst().alias() != null) {
            throw new IllegalArgumentException(
                    "The first of yiwang.security.issuers takes no alias: its subjects are stored as they are");
        }
    }

    List<TrustedIssuer> trusted() {
        return issuers.stream()
                .map(issuer -> new TrustedIssuer(issuer.uri(), issuer.jwkSetUri()))
                .toList();
    }

    TokenRules rules() {
        return new TokenRules(audience, clockSkew);
    }

    /**
     * One trusted issuer.
     *
     * @param uri exactly what its tokens say in {@code iss}
     * @param jwkSetUri where its keys are; when absent, its discovery document is asked at the first token
     * @param alias a short name that stands before its subjects instead of the uri; must never change, and the first issuer has none
     */
    record Issuer(
            String uri, @Nullable URI jwkSetUri, @Nullable String alias) {

        private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");

        /** Together with a subject of at most 128 characters and the sign between them not more than columns hold: 200. */
        private static final int LONGEST_NAME = 71;

        Issuer {
            if (alias != null && !ALIAS.matcher(alias).matches()) {
                throw new IllegalArgumentException(
                        "An alias in yiwang.security.issuers has 1 to 40 of a-z, 0-9, . and -: '" + alias + "'");
            }
        }

        /** What tells its subjects from those of others, without {@code #}: the alias, else the uri, else a hash of a uri that is too long. */
        String name() {
            if (alias != null) {
                return alias;
            }
            return uri.length() <= LONGEST_NAME && uri.indexOf('#') < 0 ? uri : "urn:sha-256:" + hash(uri);
        }

        private static String hash(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash, 0, 16);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
