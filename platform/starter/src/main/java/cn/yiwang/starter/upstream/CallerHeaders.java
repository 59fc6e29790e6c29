package cn.yiwang.starter.upstream;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * What a call carries along: the token of the person who acts, or the service's own where nobody does; the language
 * of the answer; and the trace.
 */
final class CallerHeaders implements RequestInterceptor {

    private final Supplier<String> serviceToken;
    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    CallerHeaders(Supplier<String> serviceToken, @Nullable Tracer tracer, @Nullable Propagator propagator) {
        this.serviceToken = serviceToken;
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public void apply(RequestTemplate call) {
        if (!call.headers().containsKey(HttpHeaders.AUTHORIZATION)) {
            call.header(HttpHeaders.AUTHORIZATION, "Bearer " + token());
        }
        if (!call.headers().containsKey(HttpHeaders.ACCEPT_LANGUAGE)) {
            call.header(
                    HttpHeaders.ACCEPT_LANGUAGE, LocaleContextHolder.getLocale().toLanguageTag());
        }
        if (tracer != null && propagator != null) {
            TraceContext context = tracer.currentTraceContext().context();
            if (context != null) {
                propagator.inject(context, call, (_, key, value) -> call.header(key, value));
            }
        }
    }

    private String token() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller
                ? caller.getToken().getTokenValue()
                : serviceToken.get();
    }
}
