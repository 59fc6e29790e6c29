package cn.yiwang.starter.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class StarterDefaultsTest {

    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void anything_said_elsewhere_wins() {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("service", Map.of("server.shutdown", "immediate")));
        new StarterDefaults().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("server.shutdown")).isEqualTo("immediate");
        assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("false");
    }

    @Test
    void a_timed_duty_that_takes_long_leaves_threads_to_the_others() {
        new StarterDefaults().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("spring.task.scheduling.pool.size", Integer.class))
                .isGreaterThan(1);
    }

    @Test
    void nothing_is_exported_unless_asked_for() {
        new StarterDefaults().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getProperty("management.otlp.metrics.export.enabled"))
                .isEqualTo("false");
        assertThat(environment.getProperty("management.tracing.export.otlp.enabled"))
                .isEqualTo("false");
        assertThat(environment.getProperty("management.logging.export.otlp.enabled"))
                .isEqualTo("false");
    }
}
