package cn.yiwang.complaint.limit;

import cn.yiwang.standards.calendar.WorkingCalendar;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Reads the rules from the bundled file, or from the one that the region puts in its place. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    HandlingLimits handlingLimits(
            @Value("${yiwang.complaint.handling-limits:classpath:cn/yiwang/complaint/limit/handling-limits.csv}")
                    Resource file,
            WorkingCalendar calendar)
            throws IOException {
        return HandlingLimits.read(file.getInputStream(), calendar);
    }
}
