package cn.yiwang.starter.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.standards.calendar.InvalidNoticeException;
import cn.yiwang.standards.calendar.WorkingCalendar;
import cn.yiwang.standards.calendar.WorkingCalendars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CalendarAutoConfigurationTest {

    private static final String NOTICE = """
            year,edition,published_on,kind,first_day,last_day,occasion,source
            2027,1,2026-11-30,OFF,2027-01-01,2027-01-03,元旦,test
            2027,1,2026-11-30,OFF,2027-05-01,2027-05-05,劳动节,test
            2027,1,2026-11-30,OFF,2027-10-01,2027-10-07,国庆节,test
            """;

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(CalendarAutoConfiguration.class));

    @TempDir
    Path folder;

    @Test
    void without_a_file_the_calendar_is_the_bundled_one() {
        service.run(
                context -> assertThat(context.getBean(WorkingCalendar.class)).isSameAs(WorkingCalendars.bundled()));
    }

    @Test
    void a_notice_in_a_file_makes_its_year_certain() throws IOException {
        Path file = Files.writeString(folder.resolve("2027.csv"), NOTICE);
        service.withPropertyValues("yiwang.calendar.notices=" + file.toUri()).run(context -> {
            WorkingCalendar calendar = context.getBean(WorkingCalendar.class);
            assertThat(calendar.isPublished(2026)).isTrue();
            assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 1))).isFalse();
            assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 4))).isTrue();
        });
    }

    @Test
    void a_notice_that_contradicts_a_known_one_ends_the_start() throws IOException {
        Path file = Files.writeString(folder.resolve("2026.csv"), NOTICE.replace("2027", "2026"));
        service.withPropertyValues("yiwang.calendar.notices=" + file.toUri())
                .run(context -> assertThat(context).getFailure().hasRootCauseInstanceOf(InvalidNoticeException.class));
    }
}
