package cn.yiwang.gateway.page;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Shows the pages. */
@Configuration(proxyBeanMethods = false)
class PageRoutes {

    private static final CacheControl BRIEFLY =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    @Bean
    RouterFunction<ServerResponse> pageRoute(Pages pages) {
        RequestPredicate isPage =
                request -> (HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method()))
                        && pages.contains(request.requestPath().value());
        return RouterFunctions.route(
                isPage, request -> show(pages.find(request.requestPath().value()), request));
    }

    private static Mono<ServerResponse> show(@Nullable Page page, ServerRequest request) {
        if (page == null) {
            return ServerResponse.notFound().build();
        }
        return request.checkNotModified(page.etag()).switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                .contentType(page.type())
                .contentLength(page.content().length)
                .eTag(page.etag())
                .cacheControl(BRIEFLY)
                .header("Content-Security-Policy", page.contentSecurityPolicy())
                .bodyValue(page.content())));
    }
}
