package cn.yiwang.standards.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of the working calendar.
 *
 * @param occasion the festival that a notice names for this day, such as 春节
 * @param provisional whether the notice that decides on it is not out: the year's, in the last days of December also the next year's
 */
public record CalendarDay(
        LocalDate date, DayKind kind, @Nullable String occasion, boolean provisional) {

    public boolean isWorking() {
        return kind.isWorking();
    }
}
