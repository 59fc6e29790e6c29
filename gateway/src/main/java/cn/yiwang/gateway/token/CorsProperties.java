package cn.yiwang.gateway.token;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Which web front ends on other origins may call. None by default.
 *
 * @param allowedOrigins complete origins such as {@code https://portal.example.gov.cn}; a wildcard is refused
 * @param maxAge how long a browser may remember the answer
 */
@ConfigurationProperties("yiwang.gateway.cors")
record CorsProperties(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("30m") Duration maxAge) {

    CorsProperties {
        allowedOrigins = List.copyOf(allowedOrigins);
        if (allowedOrigins.stream().anyMatch(origin -> origin.contains("*"))) {
            throw new IllegalArgumentException("yiwang.gateway.cors.allowed-origins lists origins, no pattern");
        }
    }

    CorsConfiguration configuration() {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(allowedOrigins);
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of(
                "Accept",
                "Accept-Language",
                "Authorization",
                "Content-Type",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "On-Behalf-Of",
                "Query-Code",
                "traceparent"));
        cors.setExposedHeaders(List.of(
                "ETag",
                "Location",
                "RateLimit-Limit",
                "RateLimit-Remaining",
                "RateLimit-Reset",
                "Retry-After",
                "X-Trace-Id"));
        cors.setMaxAge(maxAge);
        return cors;
    }
}
