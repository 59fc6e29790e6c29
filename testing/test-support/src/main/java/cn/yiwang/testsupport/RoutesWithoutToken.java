package cn.yiwang.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tries every route of a service without a token. */
public final class RoutesWithoutToken {

    private static final Set<String> NOT_OURS = Set.of("/error", "/v3/api-docs", "/v3/api-docs.yaml");

    private RoutesWithoutToken() {}

    /**
     * Fails unless exactly these routes answer something else than 401.
     *
     * @param publicRoutes such as {@code "GET /api/v1/items/{itemCode}"}, as the controllers write them
     */
    public static void check(ApplicationContext context, String... publicRoutes) {
        var mockMvc = context.getBean(MockMvc.class);
        var statuses = new TreeMap<String, Integer>();
        context.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods().keySet().forEach(route -> visit(mockMvc, route, statuses)));
        assertThat(statuses).as("the service has routes").isNotEmpty();
        var open = new TreeSet<String>();
        statuses.forEach((route, status) -> {
            if (status != 401) {
                open.add(route);
            }
        });
        assertThat(open)
                .as("routes that answer without a token: %s", statuses)
                .isEqualTo(new TreeSet<>(List.of(publicRoutes)));
    }

    private static void visit(MockMvc mockMvc, RequestMappingInfo route, Map<String, Integer> statuses) {
        for (var pattern : route.getPatternValues()) {
            if (NOT_OURS.contains(pattern) || pattern.startsWith("/v3/api-docs/")) {
                continue;
            }
            var methods = route.getMethodsCondition().getMethods();
            for (var method : methods.isEmpty()
                    ? List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)
                    : methods.stream().map(RequestMethod::asHttpMethod).toList()) {
                statuses.put(method + " " + pattern, status(mockMvc, method, pattern));
            }
        }
    }

    private static int status(MockMvc mockMvc, HttpMethod method, String pattern) {
        var path = pattern.replaceAll("\\{[^}]*}", "1").replace("/**", "/1");
        try {
            return mockMvc.perform(MockMvcRequestBuilders.request(method, path))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(method + " " + pattern, e);
        }
    }
}
