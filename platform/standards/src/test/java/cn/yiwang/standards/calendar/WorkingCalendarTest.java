package cn.yiwang.standards.calendar;

import static cn.yiwang.standards.calendar.WhenUnpublished.FAIL;
import static cn.yiwang.standards.calendar.WhenUnpublished.PROVISIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tyme.holiday.LegalHoliday;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private static final String NOTICE_2027 = """
            year,edition,published_on,kind,first_day,last_day,occasion,source
            2027,1,2026-11-30,OFF,2027-01-01,2027-01-03,元旦,test
            2027,1,2026-11-30,OFF,2027-05-01,2027-05-01,劳动节,test
            2027,1,2026-11-30,OFF,2027-10-01,2027-10-07,国庆节,test
            2027,1,2026-11-30,WORKED,2027-10-09,2027-10-09,国庆节,test
            """;

    private final WorkingCalendar calendar = WorkingCalendars.bundled();

    @ParameterizedTest
    @CsvSource({
        // day 0, amount, unit, last day
        "2026-11-20, 5, WORKING_DAY, 2026-11-27",
        "2026-09-24, 3, WORKING_DAY, 2026-09-30",
        "2026-09-24, 5, WORKING_DAY, 2026-10-09", // over 中秋 and 国庆
        "2026-09-24, 6, WORKING_DAY, 2026-10-10", // a worked Saturday
        "2026-02-13, 1, WORKING_DAY, 2026-02-14",
        "2026-02-13, 2, WORKING_DAY, 2026-02-24", // over 春节
        "2026-02-18, 1, WORKING_DAY, 2026-02-24", // day 0 inside a holiday
        "2026-11-22, 20, WORKING_DAY, 2026-12-18",
        "2026-11-22, 0, WORKING_DAY, 2026-11-22",
        "2026-09-01, 30, NATURAL_DAY, 2026-10-08", // ends on 1 October: 民事诉讼法 85
        "2026-11-01, 7, NATURAL_DAY, 2026-11-09", // ends on a Sunday
        "2026-11-02, 7, NATURAL_DAY, 2026-11-09",
        "2026-01-31, 1, MONTH, 2026-02-28", // 民法典 202, and a worked Saturday
        "2026-08-15, 3, MONTH, 2026-11-16",
        "2024-02-29, 1, YEAR, 2025-02-28",
        "2021-10-03, 5, YEAR, 2026-10-08",
        "2026-11-20, 4, HOUR, 2026-11-23",
        "2026-11-20, 48, HOUR, 2026-11-24"
    })
    void a_limit_starts_the_day_after_and_never_ends_on_a_day_off(
            LocalDate day0, int amount, LimitUnit unit, LocalDate last) {
        DueDate due = calendar.dueAfter(day0, new TimeLimit(amount, unit), FAIL);
        assertThat(due.date()).isEqualTo(last);
        assertThat(due.provisional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-12, 1, WORKING_DAY, 2026-10-10",
        "2026-10-12, 3, WORKING_DAY, 2026-10-08",
        "2026-10-12, 4, WORKING_DAY, 2026-09-30",
        "2026-10-31, 30, NATURAL_DAY, 2026-09-30", // 1 October gives way to the working day before
        "2026-11-30, 1, MONTH, 2026-10-30",
        "2026-11-30, 1, YEAR, 2025-11-28"
    })
    void what_must_be_done_before_a_day_is_counted_backwards(
            LocalDate day0, int amount, LimitUnit unit, LocalDate last) {
        assertThat(calendar.before(day0, new TimeLimit(amount, unit), FAIL).date())
                .isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        // day 0, working days, known on, last day, notices
        "2019-04-26, 3, 2019-03-21, 2019-05-02, 2019.1",
        "2019-04-26, 3, 2019-03-22, 2019-04-30, 2019.2",
        "2020-01-23, 1, 2020-01-26, 2020-01-31, 2020.1",
        "2020-01-23, 1, 2020-01-27, 2020-02-03, '2020.2'",
        "2020-01-31, 1, 2020-01-26, 2020-02-01, 2020.1", // a Saturday that the amendment gave back
        "2018-12-28, 1, 2018-12-06, 2018-12-29, '2018.1,2019.1'",
        "2019-12-31, 2, 2026-11-22, 2020-01-03, 2020.2"
    })
    void a_count_rests_on_the_notices_known_on_a_day_and_names_them(
            LocalDate day0, int amount, LocalDate known, LocalDate last, String notices) {
        assertThat(calendar.asKnownOn(known).dueAfter(day0, TimeLimit.workingDays(amount), FAIL))
                .isEqualTo(new DueDate(last, false, notices));
    }

    @Test
    void a_year_without_a_notice_gives_no_answer() {
        TimeLimit oneDay = TimeLimit.workingDays(1);
        assertThatThrownBy(() -> calendar.dueAfter(LocalDate.of(2026, 12, 31), oneDay, FAIL))
                .isInstanceOfSatisfying(CalendarNotPublishedException.class, e -> assertThat(e.year())
                        .isEqualTo(2027));
        assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2016, 12, 31)))
                .isInstanceOf(CalendarNotPublishedException.class);
        assertThatThrownBy(() -> calendar.dueAfter(LocalDate.of(2026, 11, 22), new TimeLimit(6, LimitUnit.MONTH), FAIL))
                .isInstanceOf(CalendarNotPublishedException.class);
    }

    @Test
    void the_last_days_of_december_are_certain_only_with_the_next_years_notice() {
        LocalDate friday = LocalDate.of(2018, 12, 28);
        TimeLimit oneDay = TimeLimit.workingDays(1);
        WorkingCalendar before = calendar.asKnownOn(LocalDate.of(2018, 12, 5));
        assertThat(before.dueAfter(friday, oneDay, PROVISIONAL))
                .isEqualTo(new DueDate(LocalDate.of(2018, 12, 31), true, "2018.1,2019.0"));
        assertThatThrownBy(() -> before.dueAfter(friday, oneDay, FAIL))
                .isInstanceOfSatisfying(CalendarNotPublishedException.class, e -> assertThat(e.year())
                        .isEqualTo(2019));
        assertThat(before.isWorkingDay(friday)).isTrue();

        WorkingCalendar after = calendar.asKnownOn(LocalDate.of(2018, 12, 6));
        assertThat(after.dueAfter(friday, oneDay, FAIL))
                .as("the notice of that day made the Saturday a working day")
                .isEqualTo(new DueDate(LocalDate.of(2018, 12, 29), false, "2018.1,2019.1"));
    }

    @Test
    void a_provisional_answer_says_so_and_the_notice_settles_it() {
        LocalDate day0 = LocalDate.of(2026, 12, 30);
        TimeLimit limit = TimeLimit.workingDays(2);
        assertThat(calendar.dueAfter(day0, limit, PROVISIONAL))
                .isEqualTo(new DueDate(LocalDate.of(2027, 1, 1), true, "2026.1,2027.0"));

        WorkingCalendar settled =
                calendar.with(HolidayNotices.parse(NOTICE_2027).getFirst());
        assertThat(settled.dueAfter(day0, limit, PROVISIONAL))
                .isEqualTo(new DueDate(LocalDate.of(2027, 1, 4), false, "2026.1,2027.1"));
        assertThat(settled.isWorkingDay(LocalDate.of(2027, 10, 9))).isTrue();
        assertThat(calendar.isPublished(2027))
                .as("the first calendar is as it was")
                .isFalse();
    }

    @Test
    void a_long_limit_in_natural_units_needs_only_the_notice_of_the_year_in_which_it_ends() {
        WorkingCalendar only2026 = WorkingCalendar.of(
                calendar.notices().stream().filter(n -> n.year() == 2026).toList());
        DueDate due = only2026.dueAfter(LocalDate.of(2021, 11, 23), new TimeLimit(5, LimitUnit.YEAR), FAIL);
        assertThat(due).isEqualTo(new DueDate(LocalDate.of(2026, 11, 23), false, "2026.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T01:00:00Z, 4, HOUR, 2026-11-20T05:00:00Z",
        "2026-11-20T14:00:00Z, 4, HOUR, 2026-11-22T18:00:00Z", // Friday 22:00: two hours on Friday, two on Monday
        "2026-11-21T03:00:00Z, 4, HOUR, 2026-11-22T20:00:00Z", // Saturday does not count
        "2026-11-20T15:00:00Z, 1, HOUR, 2026-11-20T16:00:00Z", // midnight still belongs to Friday
        "2026-11-20T16:30:00Z, 1, WORKING_DAY, 2026-11-23T16:00:00Z" // already Saturday in China; Monday ends at 16:00Z
    })
    void hours_run_from_the_moment_and_days_to_their_end_in_china(
            Instant start, int amount, LimitUnit unit, Instant end) {
        assertThat(calendar.dueAt(start, new TimeLimit(amount, unit), FAIL).instant())
                .isEqualTo(end);
    }

    @Test
    void a_count_can_be_explained_day_by_day() {
        List<CountedDay> days = calendar.explain(LocalDate.of(2026, 9, 24), TimeLimit.workingDays(1), FAIL);
        assertThat(days)
                .extracting(
                        d -> d.day().date().toString(),
                        d -> d.day().kind(),
                        d -> d.day().occasion(),
                        CountedDay::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2026-09-25", DayKind.HOLIDAY, "中秋节", 0),
                        org.assertj.core.groups.Tuple.tuple("2026-09-26", DayKind.HOLIDAY, "中秋节", 0),
                        org.assertj.core.groups.Tuple.tuple("2026-09-27", DayKind.HOLIDAY, "中秋节", 0),
                        org.assertj.core.groups.Tuple.tuple("2026-09-28", DayKind.WORKDAY, null, 1));
    }

    @Test
    void working_days_between_two_days_leave_the_first_out() {
        LocalDate wednesday = LocalDate.of(2026, 9, 30);
        assertThat(calendar.workingDaysBetween(wednesday, LocalDate.of(2026, 10, 10), FAIL))
                .isEqualTo(3);
        assertThat(calendar.workingDaysBetween(wednesday, wednesday, FAIL)).isZero();
        assertThat(calendar.workingDaysBetween(LocalDate.of(2026, 10, 10), wednesday, FAIL))
                .isEqualTo(-3);
        assertThat(calendar.nextWorkingDay(wednesday, FAIL)).isEqualTo("2026-10-08");
    }

    @Test
    void counting_forth_and_back_meets_and_more_time_never_ends_earlier() {
        for (LocalDate day = LocalDate.of(2019, 1, 1); day.isBefore(LocalDate.of(2021, 1, 1)); day = day.plusDays(1)) {
            LocalDate previous = day;
            for (int amount = 1; amount <= 25; amount++) {
                LocalDate due = calendar.dueAfter(day, TimeLimit.workingDays(amount), FAIL)
                        .date();
                assertThat(due).isAfter(previous);
                assertThat(calendar.workingDaysBetween(day, due, FAIL)).isEqualTo(amount);
                previous = due;
            }
        }
    }

    @Test
    void every_day_from_2017_to_2026_agrees_with_another_calendar() {
        for (LocalDate day = LocalDate.of(2017, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            LegalHoliday theirs = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            boolean worked = theirs == null ? !HolidayNotice.isWeekend(day) : theirs.isWork();
            assertThat(calendar.day(day, PROVISIONAL).isWorking())
                    .as(day.toString())
                    .isEqualTo(worked);
        }
    }

    @Test
    void today_is_a_day_in_china() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T16:00:00Z"), ZoneOffset.UTC);
        assertThat(ChinaTime.today(clock)).isEqualTo("2026-11-22");
        assertThat(ChinaTime.startOf(LocalDate.of(2026, 11, 22))).isEqualTo(clock.instant());
        assertThat(ChinaTime.endOf(LocalDate.of(2026, 11, 21))).isEqualTo(clock.instant());
    }

    @Test
    void a_limit_is_neither_negative_nor_a_slip_of_the_keyboard() {
        assertThatThrownBy(() -> TimeLimit.workingDays(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimeLimit(101, LimitUnit.YEAR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TimeLimit.workingDays(TimeLimit.MAX_AMOUNT + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
