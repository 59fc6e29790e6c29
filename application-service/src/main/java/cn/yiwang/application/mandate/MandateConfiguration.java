package cn.yiwang.application.mandate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class MandateConfiguration {

    @Bean
    WebMvcConfigurer onBehalfOf(Mandates mandates) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new OnBehalfOf(mandates)).addPathPatterns("/api/**");
            }
        };
    }
}
