package cn.yiwang.gateway.token;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What needs no token. The services decide for themselves too; a request must be public in both places. A pattern names
 * exactly one resource, so that a new resource below it is closed until somebody opens it here.
 */
final class PublicRequests {

    private static final List<PathPattern> READS = patterns(
            "/api/v1/items",
            "/api/v1/items/{itemCode}",
            "/api/v1/items/{itemCode}/versions/{version}",
            "/api/v1/items/{itemCode}/state",
            "/api/v1/items/{itemCode}/differences",
            "/api/v1/items/{itemCode}/documents",
            "/api/v1/items/{itemCode}/flow-chart",
            "/api/v1/items/{itemCode}/guide-page",
            "/api/v1/items/{itemCode}/guide-page.pdf",
            "/api/v1/item-suggestions",
            "/api/v1/documents",
            "/api/v1/documents/{documentId}",
            "/api/v1/one-things",
            "/api/v1/one-things/{code}",
            "/api/v1/one-things/{code}/form",
            "/api/v1/catalog-exports",
            "/api/v1/items/{itemCode}/form",
            "/api/v1/laws",
            "/api/v1/laws/{lawId}",
            "/api/v1/catalog-snapshot",
            "/api/v1/directories/{kind}",
            "/api/v1/directories/negative-list/{code}",
            "/api/v1/base-items/{code}",
            "/api/v1/implementations/{code}",
            "/api/v1/successions/{id}",
            "/api/v1/divisions",
            "/api/v1/bodies",
            "/api/v1/application-progress/{number}",
            "/api/v1/published-decisions",
            "/api/v1/published-decisions/{id}",
            "/api/v1/certificate-verifications/{identifier}",
            "/api/v1/work-order-progress/{number}",
            "/api/v1/webhook-keys",
            "/v3/api-docs/{service}");

    /** Whoever has something to report, looks for something or asks what applies to a case is not asked for a login. */
    private static final List<PathPattern> FILINGS = patterns(
            "/api/v1/work-orders",
            "/api/v1/search-clicks",
            "/api/v1/items/{itemCode}/situations",
            "/api/v1/one-things/{code}/situations");

    private PublicRequests() {}

    static boolean contains(ServerHttpRequest request) {
        HttpMethod method = request.getMethod();
        PathContainer path = request.getPath().pathWithinApplication();
        if (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)) {
            return matches(READS, path);
        }
        return HttpMethod.POST.equals(method) && matches(FILINGS, path);
    }

    private static boolean matches(List<PathPattern> patterns, PathContainer path) {
        for (PathPattern pattern : patterns) {
            if (pattern.matches(path)) {
                return true;
            }
        }
        return false;
    }

    private static List<PathPattern> patterns(String... patterns) {
        return List.of(patterns).stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }
}
