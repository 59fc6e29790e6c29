package cn.yiwang.gateway.token;

import cn.yiwang.gateway.page.Pages;
import java.net.InetSocketAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A request passes when it is public or when a valid token came with it. */
@Component
final class AccessRules implements ReactiveAuthorizationManager<AuthorizationContext> {

    /** Health without details, for load balancers; everything else of the actuator is at the management port. */
    private static final String HEALTH = "/actuator/health";

    private static final Mono<AuthorizationResult> GRANTED = Mono.just(new AuthorizationDecision(true));
    private static final Mono<AuthorizationResult> DENIED = Mono.just(new AuthorizationDecision(false));

    private final Pages pages;
    private final int managementPort;

    AccessRules(Pages pages, @Value("${management.server.port:-1}") int managementPort) {
        this.pages = pages;
        this.managementPort = managementPort;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        ServerHttpRequest request = context.getExchange().getRequest();
        String path = request.getPath().value();
        if (isActuator(path)) {
            return isHealth(path) || isAtManagementPort(request) ? GRANTED : DENIED;
        }
        if (PublicRequests.contains(request) || isPage(request, path)) {
            return GRANTED;
        }
        return authentication
                .<AuthorizationResult>map(caller -> new AuthorizationDecision(caller.isAuthenticated()))
                .switchIfEmpty(DENIED);
    }

    private boolean isPage(ServerHttpRequest request, String path) {
        HttpMethod method = request.getMethod();
        return (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)) && pages.contains(path);
    }

    private boolean isAtManagementPort(ServerHttpRequest request) {
        InetSocketAddress local = request.getLocalAddress();
        return managementPort > 0 && local != null && local.getPort() == managementPort;
    }

    static boolean isActuator(String path) {
        return path.equals("/actuator") || path.startsWith("/actuator/");
    }

    static boolean isHealth(String path) {
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
    }
}
