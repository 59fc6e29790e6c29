package cn.yiwang.standards.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayNoticesTest {

    private static final String FIXED = """
            2027,1,2026-11-30,OFF,2027-01-01,2027-01-01,元旦,test
            2027,1,2026-11-30,OFF,2027-05-01,2027-05-01,劳动节,test
            2027,1,2026-11-30,OFF,2027-10-01,2027-10-07,国庆节,test
            """;

    @Test
    void the_bundle_holds_every_year_and_both_editions_of_the_amended_ones() {
        assertThat(WorkingCalendars.bundled().notices())
                .extracting(HolidayNotice::id)
                .containsExactly(
                        "2017.1", "2018.1", "2019.1", "2019.2", "2020.1", "2020.2", "2021.1", "2022.1", "2023.1",
                        "2024.1", "2025.1", "2026.1");
        assertThat(WorkingCalendars.bundled().notices())
                .allMatch(notice -> !notice.publishedOn().isAfter(LocalDate.of(notice.year(), 12, 31))
                        && notice.source().startsWith("https://www.gov.cn/"));
    }

    @Test
    void a_notice_is_read_with_its_breaks_and_occasions() {
        HolidayNotice notice = parse("2027,1,2026-11-30,WORKED,2027-10-09,2027-10-09,国庆节,test");
        assertThat(notice.id()).isEqualTo("2027.1");
        assertThat(notice.publishedOn()).isEqualTo("2026-11-30");
        assertThat(notice.daysOff()).hasSize(9).containsEntry(LocalDate.of(2027, 10, 7), "国庆节");
        assertThat(notice.workedDays()).containsOnlyKeys(LocalDate.of(2027, 10, 9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027,1,2026-11-30,OFF,2027-02-06,2027-02-08,春节 | Line 5: 7 columns",
                "2027,1,2026-11-30,HOLIDAY,2027-02-06,2027-02-08,春节,test | Line 5: kind HOLIDAY",
                "2027,1,2026-11-30,OFF,2027-02-30,2027-02-30,春节,test | Line 5",
                "2027,1,2026-11-30,OFF,2027-02-08,2027-02-06,春节,test | Line 5: 2027-02-08 to 2027-02-06 is no break",
                "2027,1,2026-11-30,OFF,2027-02-06,2027-12-06,春节,test | is no break",
                "2027,1,2026-11-30,OFF,2027-01-01,2027-01-02,元旦,test | Line 5: 2027-01-01 is named twice",
                "twenty,1,2026-11-30,OFF,2027-02-06,2027-02-08,春节,test | Line 5",
                "2027,1,2026-11-30,WORKED,2027-10-08,2027-10-08,国庆节,test | 2027-10-08 is worked anyway",
                "2027,1,2026-11-30,WORKED,2027-10-02,2027-10-02,国庆节,test | 2027-10-02 is both off and worked",
                "2027,1,2026-11-30,OFF,2026-11-30,2026-11-30,元旦,test | 2026-11-30 lies outside the year",
                "2027,1,2026-11-30,OFF,2028-01-01,2028-01-01,元旦,test | 2028-01-01 lies outside the year",
                "2027,1,2026-12-01,OFF,2027-02-06,2027-02-08,春节,test | Two different notices call themselves 2027.1"
            })
    void a_notice_that_contradicts_itself_is_refused_and_the_place_named(String line, String message) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(InvalidNoticeException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_truncated_or_foreign_file_is_refused() {
        assertThatThrownBy(() -> HolidayNotices.parse("")).isInstanceOf(InvalidNoticeException.class);
        assertThatThrownBy(() -> HolidayNotices.parse("a,b,c\n1,2,3")).isInstanceOf(InvalidNoticeException.class);
        String truncated =
                HolidayNotices.HEADER + "\n" + FIXED.lines().findFirst().orElseThrow();
        assertThatThrownBy(() -> HolidayNotices.parse(truncated))
                .isInstanceOf(InvalidNoticeException.class)
                .hasMessageContaining("2027-05-01 must be off");
    }

    @Test
    void the_same_notice_may_come_twice_but_another_text_needs_another_edition() {
        HolidayNotice notice = parse("");
        WorkingCalendar calendar = WorkingCalendars.bundled().with(notice);
        assertThat(calendar.with(parse(""))).isSameAs(calendar);
        HolidayNotice other = parse("2027,1,2026-11-30,OFF,2027-02-06,2027-02-08,春节,test");
        assertThatThrownBy(() -> calendar.with(other)).isInstanceOf(InvalidNoticeException.class);
    }

    private static HolidayNotice parse(String furtherLine) {
        return HolidayNotices.parse(HolidayNotices.HEADER + "\n" + FIXED + furtherLine)
                .getFirst();
    }
}
