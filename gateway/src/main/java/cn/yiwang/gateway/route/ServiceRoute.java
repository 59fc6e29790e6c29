package cn.yiwang.gateway.route;

import java.util.List;
import java.util.stream.Stream;

/**
 * One service and the paths of the API that lead to it. What is in no entry leads nowhere.
 *
 * @param serviceName the name in the registry, which is also {@code spring.application.name}
 * @param prefixes each covers itself and everything below it
 */
record ServiceRoute(String serviceName, List<String> prefixes) {

    private static final String OPERATIONS = "/api/v1/operations/";
    private static final String API_DOCUMENTS = "/v3/api-docs/";

    static final List<ServiceRoute> ALL = List.of(
            route(
                    "catalog-service",
                    "/api/v1/items",
                    "/api/v1/item-drafts",
                    "/api/v1/item-suggestions",
                    "/api/v1/search-clicks",
                    "/api/v1/search-synonyms",
                    "/api/v1/search-reports",
                    "/api/v1/divisions",
                    "/api/v1/bodies",
                    "/api/v1/laws",
                    "/api/v1/guide-quality",
                    "/api/v1/guide-findings",
                    "/api/v1/catalog-snapshot",
                    "/api/v1/directories",
                    "/api/v1/base-items",
                    "/api/v1/implementations",
                    "/api/v1/successions",
                    "/api/v1/documents",
                    "/api/v1/document-drafts",
                    "/api/v1/catalog-imports",
                    "/api/v1/catalog-exports",
                    "/api/v1/one-things",
                    "/api/v1/one-thing-drafts"),
            route(
                    "application-service",
                    "/api/v1/applications",
                    "/api/v1/intakes",
                    "/api/v1/worklist",
                    "/api/v1/delegations",
                    "/api/v1/application-progress",
                    "/api/v1/mandates",
                    "/api/v1/my-spaces",
                    "/api/v1/my-materials",
                    "/api/v1/published-decisions"),
            route("certificate-service", "/api/v1/certificates", "/api/v1/certificate-verifications"),
            route("complaint-service", "/api/v1/work-orders", "/api/v1/work-order-progress"),
            route("data-exchange-service", "/api/v1/subscriptions", "/api/v1/webhook-keys"));

    ServiceRoute {
        prefixes = List.copyOf(prefixes);
    }

    private static ServiceRoute route(String serviceName, String... prefixes) {
        return new ServiceRoute(
                serviceName,
                Stream.concat(Stream.of(prefixes), Stream.of(OPERATIONS + serviceName))
                        .toList());
    }

    /** Where the gateway shows the service's OpenAPI document. */
    String apiDocument() {
        return API_DOCUMENTS + serviceName;
    }

    /** Whether a path is one of the prefixes or below one; not {@code /api/v1/itemsets} for {@code /api/v1/items}. */
    boolean covers(String path) {
        for (String prefix : prefixes) {
            if (path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
                return true;
            }
        }
        return false;
    }
}
