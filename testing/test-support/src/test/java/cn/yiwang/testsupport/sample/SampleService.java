package cn.yiwang.testsupport.sample;

import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.PublicEndpoint;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@EnableFeignClients
class SampleService {

    @Bean
    PublicEndpoint openToAll() {
        return new PublicEndpoint(HttpMethod.GET, "/api/v1/open");
    }

    @RestController
    static class Things {

        private final Upstream upstream;

        Things(Upstream upstream) {
            this.upstream = upstream;
        }

        @GetMapping("/api/v1/open")
        String open() {
            return "open";
        }

        @PostMapping("/api/v1/closed")
        @PreAuthorize("hasRole('REVIEWER')")
        String closed(Actor actor) {
            return actor.subject() + " of " + actor.department();
        }

        @GetMapping("/api/v1/asked")
        String asked() {
            return upstream.answer().text();
        }
    }

    @FeignClient(name = "sample-upstream")
    interface Upstream {

        @GetMapping("/api/v1/answer")
        Answered answer();
    }

    record Answered(String text) {}
}
