package cn.yiwang.application.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Time that does not count. As with every period, the day on which it begins is not part of it: a pause from the 3rd until the 7th
 * takes out the 4th to the 7th, and the body still had the 3rd.
 *
 * @param from the day on which the applicant was told in writing
 * @param until the day of the result, null while it lasts
 * @param expectedUntil the day that the applicant was told; null where nobody can tell
 * @param basis the article behind it
 */
public record Pause(
        PauseCause cause,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable LocalDate expectedUntil,
        String basis) {

    public Pause {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("A pause ends on " + until + ", before it begins on " + from);
        }
    }

    public boolean isOpen() {
        return until == null;
    }

    /** Its last day as things stand: while it lasts, the day that was announced, or today where that has passed. */
    LocalDate lastDay(LocalDate today) {
        if (until != null) {
            return until;
        }
        return expectedUntil == null || expectedUntil.isBefore(today) ? today : expectedUntil;
    }

    boolean covers(LocalDate day, LocalDate today) {
        return day.isAfter(from) && !day.isAfter(lastDay(today));
    }
}
