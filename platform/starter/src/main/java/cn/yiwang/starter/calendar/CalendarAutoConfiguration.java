package cn.yiwang.starter.calendar;

import cn.yiwang.standards.calendar.HolidayNotice;
import cn.yiwang.standards.calendar.HolidayNotices;
import cn.yiwang.standards.calendar.WorkingCalendar;
import cn.yiwang.standards.calendar.WorkingCalendars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;

/**
 * Offers the {@link WorkingCalendar}: the bundled one and the holiday notices of {@code yiwang.calendar.notices}, CSV files in the form of
 * the bundled one. A file that contradicts itself or a known notice ends the start.
 */
@AutoConfiguration
public class CalendarAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    WorkingCalendar workingCalendar(@Value("${yiwang.calendar.notices:}") List<Resource> files) throws IOException {
        WorkingCalendar calendar = WorkingCalendars.bundled();
        for (Resource file : files) {
            for (HolidayNotice notice : HolidayNotices.parse(file.getContentAsString(StandardCharsets.UTF_8))) {
                calendar = calendar.with(notice);
            }
        }
        return calendar;
    }
}
