package cn.yiwang.application.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day as a clock went over it.
 *
 * @param count the place of the day in the count from 1, 0 for a day that did not count
 * @param extended whether the limit without its extension was over by then
 * @param occasion the festival that the notice names
 * @param notice year and edition of the holiday notice that decides on the day, such as {@code 2020.2}
 * @param source where that notice is published
 * @param pause what stopped the clock
 */
public record ClockDay(
        LocalDate date,
        DayReason reason,
        int count,
        boolean extended,
        @Nullable String occasion,
        @Nullable String notice,
        @Nullable String source,
        @Nullable Pause pause,
        boolean provisional) {}
