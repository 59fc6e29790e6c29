package cn.yiwang.starter.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Tells accounts of several issuers apart, who each give their subjects as they like. An account of the first issuer is known by its plain
 * {@code sub}, one of a further issuer by {@code <name of the issuer>#<sub>}.
 */
final class Subjects {

    private static final String SEPARATOR = "#";

    /** What stands before the subjects of each further issuer, by the issuer's uri. */
    private final Map<String, String> prefixes = new HashMap<>();

    Subjects(List<SecurityProperties.Issuer> issuers) {
        issuers.stream().skip(1).forEach(issuer -> prefixes.put(issuer.uri(), issuer.name() + SEPARATOR));
    }

    /**
     * The subject as it is stored and compared.
     *
     * @param issuer whose token it is, verified
     */
    String of(@Nullable String issuer, String subject) {
        String prefix = prefixes.get(issuer);
        if (prefix != null) {
            return prefix + subject;
        }
        if (prefixes.values().stream().anyMatch(subject::startsWith)) {
            throw new InvalidBearerTokenException("the subject reads as one of another issuer");
        }
        return subject;
    }
}
