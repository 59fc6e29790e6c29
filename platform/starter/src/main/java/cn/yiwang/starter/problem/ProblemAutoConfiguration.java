package cn.yiwang.starter.problem;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Every failure leaves a service as a problem. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ProblemAutoConfiguration {

    @Bean
    ProblemRenderer problemRenderer(@Value("${spring.application.name:}") String applicationName) {
        return new ProblemRenderer(new ProblemTexts(applicationName));
    }

    @Bean
    ProblemWriter problemWriter(ProblemRenderer renderer, JsonMapper json) {
        return new ProblemWriter(renderer, json);
    }

    @Bean
    ProblemAdvice problemAdvice(ProblemRenderer renderer) {
        return new ProblemAdvice(renderer);
    }

    @Bean
    ProblemErrorController problemErrorController(ProblemWriter writer) {
        return new ProblemErrorController(writer);
    }
}
