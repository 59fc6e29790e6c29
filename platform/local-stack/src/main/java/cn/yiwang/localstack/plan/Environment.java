package cn.yiwang.localstack.plan;

import cn.yiwang.localstack.notice.LaunchException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is used instead of, or beside, the embedded parts.
 *
 * @param mysqlUrl {@code jdbc:mysql://host:port} of an existing server
 * @param issuer the {@code iss} of an existing OIDC provider
 * @param secondIssuer one more that is trusted beside the first
 * @param secondIssuerKeys where its keys are, when it publishes no metadata
 */
public record Environment(
        @Nullable String mysqlUrl,
        @Nullable String mysqlUser,
        @Nullable String mysqlPassword,
        @Nullable String kafka,
        @Nullable String issuer,
        @Nullable String secondIssuer,
        @Nullable String secondIssuerKeys) {

    public static Environment of(Map<String, String> variables) {
        Environment environment = new Environment(
                text(variables, "YIWANG_MYSQL_URL"),
                text(variables, "YIWANG_MYSQL_USER"),
                text(variables, "YIWANG_MYSQL_PASSWORD"),
                text(variables, "YIWANG_KAFKA_BOOTSTRAP_SERVERS"),
                text(variables, "YIWANG_ISSUER_URI"),
                text(variables, "YIWANG_SECOND_ISSUER_URI"),
                text(variables, "YIWANG_SECOND_ISSUER_JWK_SET_URI"));
        if (environment.mysqlUrl != null && (environment.mysqlUser == null || environment.mysqlPassword == null)) {
            throw new LaunchException(
                    "YIWANG_MYSQL_URL is set: set YIWANG_MYSQL_USER and YIWANG_MYSQL_PASSWORD as well");
        }
        if (environment.mysqlUrl != null && !environment.mysqlUrl.startsWith("jdbc:mysql://")) {
            throw new LaunchException("YIWANG_MYSQL_URL must look like jdbc:mysql://host:3306");
        }
        return environment;
    }

    /** Whether this part runs elsewhere and is not started here. */
    boolean replaces(Part part) {
        return switch (part) {
            case MARIADB -> mysqlUrl != null;
            case KAFKA -> kafka != null;
            case IDENTITY -> issuer != null;
            case DISCOVERY, CATALOG, APPLICATION, CERTIFICATE, COMPLAINT, EXCHANGE, GATEWAY -> false;
        };
    }

    private static @Nullable String text(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }
}
