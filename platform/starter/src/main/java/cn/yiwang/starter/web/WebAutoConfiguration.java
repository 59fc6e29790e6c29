package cn.yiwang.starter.web;

import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.ProblemAutoConfiguration;
import cn.yiwang.starter.problem.ProblemWriter;
import java.time.Instant;
import java.time.LocalDate;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Strict JSON, two languages, bounded bodies and open documents. */
@AutoConfiguration(
        before = WebMvcAutoConfiguration.class,
        beforeName = "org.springdoc.core.configuration.SpringDocConfiguration",
        after = ProblemAutoConfiguration.class)
public class WebAutoConfiguration {

    /** A number is no text and no point in time: {@code 123} and {@code "123"} are two different answers to a question. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return builder -> builder.addModule(new SimpleModule("strict-texts")
                        .addDeserializer(String.class, new PlainStrings())
                        .addDeserializer(Instant.class, IsoTexts.instants())
                        .addDeserializer(LocalDate.class, IsoTexts.days()))
                .withCoercionConfig(LogicalType.Textual, textual -> textual.setCoercion(
                                CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Servlet {

        @Bean
        LocaleResolver localeResolver() {
            return new AcceptedLanguage();
        }

        /** Before security, so that nobody makes the service read much before being known. */
        @Bean
        FilterRegistrationBean<BodyLimit> bodyLimit(
                @Value("${yiwang.http.maximum-body:1MB}") DataSize maximum, ProblemWriter problems) {
            FilterRegistrationBean<BodyLimit> registration =
                    new FilterRegistrationBean<>(new BodyLimit(maximum.toBytes(), problems));
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
            return registration;
        }

        @Bean
        OpenDocuments openDocuments(@Value("${spring.application.name:service}") String service) {
            SpringDocUtils.getConfig()
                    .addRequestWrapperToIgnore(Actor.class, IfMatch.class, IdempotentCall.class, PageRequest.class);
            return new OpenDocuments(service);
        }
    }
}
