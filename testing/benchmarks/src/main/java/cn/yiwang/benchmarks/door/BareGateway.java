package cn.yiwang.benchmarks.door;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;

/** Spring Cloud Gateway as it comes, with one route: no tokens, no quotas, no limits, no registry. */
@SpringBootApplication
public class BareGateway {

    public static void main(String[] args) {
        SpringApplication.run(BareGateway.class, args);
    }

    @Bean
    RouteLocator everything(RouteLocatorBuilder routes, @Value("${bench.upstream}") String upstream) {
        return routes.routes()
                .route("everything", route -> route.path("/api/**").uri(upstream))
                .build();
    }
}
