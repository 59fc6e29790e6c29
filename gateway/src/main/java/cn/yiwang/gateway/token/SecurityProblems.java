package cn.yiwang.gateway.token;

import cn.yiwang.gateway.problem.GatewayProblem;
import cn.yiwang.gateway.problem.ProblemAnswers;
import cn.yiwang.gateway.quota.Quotas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers what the token check and the firewall refuse. The answer never says which check a token failed, the log does.
 * A refused request costs its sender quota like any other, so that guessing tokens ends at 429.
 */
@Component
final class SecurityProblems
        implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler, ServerExchangeRejectedHandler {

    private static final Logger log = LoggerFactory.getLogger(SecurityProblems.class);

    private final ProblemAnswers answers;
    private final Quotas quotas;

    SecurityProblems(ProblemAnswers answers, Quotas quotas) {
        this.answers = answers;
        this.quotas = quotas;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        if (failure instanceof KeysUnavailableException) {
            log.error("Tokens cannot be verified", failure);
            headers.set(HttpHeaders.RETRY_AFTER, "5");
            return answers.write(exchange, GatewayProblem.TEMPORARILY_UNAVAILABLE);
        }
        if (!quotas.admitStranger(exchange)) {
            return answers.write(exchange, GatewayProblem.TOO_MANY_REQUESTS);
        }
        boolean tokenRefused = failure instanceof OAuth2AuthenticationException;
        if (tokenRefused) {
            log.info("Token refused: {}", reason(failure));
        } else if (!isApi(exchange)) {
            return answers.write(exchange, GatewayProblem.NOT_FOUND);
        }
        headers.set(HttpHeaders.WWW_AUTHENTICATE, tokenRefused ? "Bearer error=\"invalid_token\"" : "Bearer");
        return answers.write(exchange, GatewayProblem.UNAUTHENTICATED);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        // Whoever is signed in may go wherever a route leads; what is denied nevertheless has no route.
        return answers.write(exchange, isApi(exchange) ? GatewayProblem.FORBIDDEN : GatewayProblem.NOT_FOUND);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejected) {
        log.info("Request refused: {}", rejected.getMessage());
        if (!quotas.admitStranger(exchange)) {
            return answers.write(exchange, GatewayProblem.TOO_MANY_REQUESTS);
        }
        return answers.write(exchange, GatewayProblem.MALFORMED_REQUEST);
    }

    /** Outside the API there is nothing to sign in for: what is not public does not exist. */
    private static boolean isApi(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/api/");
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null || cause.getMessage() == null ? failure.toString() : cause.getMessage();
    }
}
