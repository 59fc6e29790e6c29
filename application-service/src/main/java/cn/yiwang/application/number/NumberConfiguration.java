package cn.yiwang.application.number;

import cn.yiwang.starter.numbering.Serials;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the pattern of application numbers. */
@Configuration(proxyBeanMethods = false)
class NumberConfiguration {

    @Bean
    @ConditionalOnMissingBean(ApplicationNumbers.class)
    ApplicationNumbers applicationNumbers(Serials serials) {
        return new CodeDaySerialNumbers(serials);
    }
}
