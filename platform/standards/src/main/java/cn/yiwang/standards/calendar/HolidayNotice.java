package cn.yiwang.standards.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The State Council's arrangement of one year's holidays, as published on one day. An amendment is a further edition and
 * replaces the earlier one whole.
 *
 * @param edition 1 for the first publication, 2 for its first amendment
 * @param daysOff days named as off with their festival, weekend days inside a break included
 * @param workedDays weekend days that become working days, with the festival they make up for
 * @throws InvalidNoticeException when the notice contradicts itself or lacks one of the fixed holidays
 */
public record HolidayNotice(
        int year,
        int edition,
        LocalDate publishedOn,
        String source,
        SortedMap<LocalDate, String> daysOff,
        SortedMap<LocalDate, String> workedDays) {

    /** 全国年节及纪念日放假办法: the holidays that no notice can lack, so that a truncated file is noticed. */
    private static final List<MonthDay> FIXED =
            List.of(MonthDay.of(Month.JANUARY, 1), MonthDay.of(Month.MAY, 1), MonthDay.of(Month.OCTOBER, 1));

    public HolidayNotice {
        daysOff = copy(daysOff);
        workedDays = copy(workedDays);
        require(edition >= 1, year, "editions count from 1");
        for (MonthDay fixed : FIXED) {
            require(daysOff.containsKey(fixed.atYear(year)), year, fixed.atYear(year) + " must be off");
        }
        daysOff.keySet().forEach(day -> requireNear(day, year));
        for (LocalDate day : workedDays.keySet()) {
            requireNear(day, year);
            require(isWeekend(day), year, day + " is worked anyway");
            require(!daysOff.containsKey(day), year, day + " is both off and worked");
        }
    }

    /** Year and edition, such as {@code 2020.2}. */
    public String id() {
        return year + "." + edition;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** New Year's break may begin in the December before. */
    private static void requireNear(LocalDate day, int year) {
        boolean december = day.getYear() == year - 1 && day.getMonth() == Month.DECEMBER;
        require(day.getYear() == year || december, year, day + " lies outside the year");
    }

    private static void require(boolean holds, int year, String otherwise) {
        if (!holds) {
            throw new InvalidNoticeException("Holiday notice for %d: %s".formatted(year, otherwise));
        }
    }

    private static NavigableMap<LocalDate, String> copy(SortedMap<LocalDate, String> days) {
        return Collections.unmodifiableNavigableMap(new TreeMap<>(days));
    }
}
