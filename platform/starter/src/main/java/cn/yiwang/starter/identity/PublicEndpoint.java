package cn.yiwang.starter.identity;

import org.springframework.http.HttpMethod;

/**
 * A route that answers without an access token; a service declares one bean for each, everything else is 401.
 *
 * @param pattern a Spring path pattern such as {@code /api/v1/items/{itemCode}}
 */
public record PublicEndpoint(HttpMethod method, String pattern) {}
