package cn.yiwang.gateway.quota;

import cn.yiwang.gateway.problem.GatewayProblem;
import cn.yiwang.gateway.problem.ProblemAnswers;
import java.security.Principal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets a request pass as long as its client has quota left; runs when the token has been checked. */
@Component
@Order(QuotaFilter.AFTER_SECURITY)
final class QuotaFilter implements WebFilter {

    static final int AFTER_SECURITY = 100;

    private static final Principal NOBODY = () -> "";

    private final Quotas quotas;
    private final ProblemAnswers answers;

    QuotaFilter(Quotas quotas, ProblemAnswers answers) {
        this.quotas = quotas;
        this.answers = answers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getPath().value().startsWith("/actuator/")) {
            // Probes come often and from one address.
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .defaultIfEmpty(NOBODY)
                .flatMap(caller -> isAdmitted(caller, exchange)
                        ? chain.filter(exchange)
                        : answers.write(exchange, GatewayProblem.TOO_MANY_REQUESTS));
    }

    private boolean isAdmitted(Principal caller, ServerWebExchange exchange) {
        return NOBODY.equals(caller) ? quotas.admitStranger(exchange) : quotas.admit(caller.getName(), exchange);
    }
}
