package cn.yiwang.starter.http;

import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code Idempotency-Key} and binds it to the caller and the route. */
final class IdempotentCallArgument implements HandlerMethodArgumentResolver {

    static final String HEADER = "Idempotency-Key";
    private static final int MAXIMUM_LENGTH = 200;

    private final StoredIdempotentCall.Parts parts;

    IdempotentCallArgument(StoredIdempotentCall.Parts parts) {
        this.parts = parts;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotentCall.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binderFactory) {
        HttpServletRequest request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        byte[] scope =
                parts.fingerprints().ofScope(caller(), request.getMethod(), request.getRequestURI(), key(request));
        return new StoredIdempotentCall(parts, scope);
    }

    private static String key(HttpServletRequest request) {
        Enumeration<String> values = request.getHeaders(HEADER);
        String key = values.hasMoreElements() ? values.nextElement() : "";
        if (values.hasMoreElements()
                || key.isEmpty()
                || key.length() > MAXIMUM_LENGTH
                || key.chars().anyMatch(c -> c < 0x21 || c > 0x7e)) {
            throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_REQUIRED);
        }
        return key;
    }

    /** Subjects are unique within their issuer only. Callers without a token share one scope; their keys are random. */
    private static String caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof JwtAuthenticationToken token
                ? token.getToken().getClaimAsString("iss") + " " + token.getName()
                : "";
    }
}
