package cn.yiwang.complaint.workorder.web;

import cn.yiwang.starter.identity.PublicEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** What needs no account: filing, and asking how far it is. */
@Configuration(proxyBeanMethods = false)
class PublicRoutes {

    @Bean
    PublicEndpoint filing() {
        return new PublicEndpoint(HttpMethod.POST, "/api/v1/work-orders");
    }

    @Bean
    PublicEndpoint progress() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/work-order-progress/{number}");
    }
}
