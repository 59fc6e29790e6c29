package cn.yiwang.localstack.identity;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the issuer. */
@SpringBootApplication
public class IdentityProvider {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(IdentityProvider.class);
        application.setDefaultProperties(Map.of(
                "spring.application.name", "identity",
                "spring.main.banner-mode", "off",
                "server.tomcat.threads.max", "20",
                "server.tomcat.threads.min-spare", "2",
                "server.servlet.session.tracking-modes", "cookie",
                "management.endpoint.health.probes.enabled", "true"));
        application.run(args);
    }
}
