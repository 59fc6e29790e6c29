package cn.yiwang.application.deadline;

import cn.yiwang.standards.calendar.WorkingCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the pure rules their figures and their calendar. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    @Bean
    DueDates dueDates(WorkingCalendar calendar) {
        return new DueDates(LegalRules.bundled(), calendar);
    }

    @Bean
    RenewalWindows renewalWindows(WorkingCalendar calendar) {
        return new RenewalWindows(ClockRules.bundled(), calendar);
    }
}
