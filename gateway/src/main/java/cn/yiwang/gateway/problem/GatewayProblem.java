package cn.yiwang.gateway.problem;

import org.springframework.http.HttpStatus;

/** The problems that the gateway itself answers with; what a service answers passes through unchanged. */
public enum GatewayProblem {
    MALFORMED_REQUEST("malformed-request", HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED("unauthenticated", HttpStatus.UNAUTHORIZED),
    FORBIDDEN("forbidden", HttpStatus.FORBIDDEN),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED),
    CONTENT_TOO_LARGE("content-too-large", HttpStatus.CONTENT_TOO_LARGE),
    TOO_MANY_REQUESTS("too-many-requests", HttpStatus.TOO_MANY_REQUESTS),
    UNEXPECTED("unexpected", HttpStatus.INTERNAL_SERVER_ERROR),
    UPSTREAM_UNAVAILABLE("upstream-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
    TEMPORARILY_UNAVAILABLE("temporarily-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
    UPSTREAM_TIMED_OUT("upstream-timed-out", HttpStatus.GATEWAY_TIMEOUT);

    private final String slug;
    private final HttpStatus status;

    GatewayProblem(String slug, HttpStatus status) {
        this.slug = slug;
        this.status = status;
    }

    /** The last part of the problem's {@code type}, in kebab case. */
    public String slug() {
        return slug;
    }

    public HttpStatus status() {
        return status;
    }
}
