package cn.yiwang.standards.calendar;

import java.time.LocalDate;

/**
 * The last day of a time limit.
 *
 * @param provisional whether a notice that decides on a day counted is not out
 * @param calendarVersion the notices that the count rests on, such as {@code 2019.2,2020.1}; edition 0 is an unpublished year.
 *     At most {@value #MAX_VERSION_LENGTH} characters
 */
public record DueDate(LocalDate date, boolean provisional, String calendarVersion) {

    /** For columns that keep the version. Longer lists keep their last notices behind an ellipsis. */
    public static final int MAX_VERSION_LENGTH = 64;
}
