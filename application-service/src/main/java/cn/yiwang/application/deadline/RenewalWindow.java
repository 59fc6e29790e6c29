package cn.yiwang.application.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When the holder of a licence can apply for its renewal.
 *
 * @param opens the first day; null where no rule sets one
 * @param closes the last day in time
 * @param expiry the last day of the licence
 * @param late what becomes of an application after the last day in time
 * @param provisional whether a year without a published holiday notice was counted through
 */
public record RenewalWindow(
        @Nullable LocalDate opens,
        LocalDate closes,
        LocalDate expiry,
        Late late,
        boolean provisional,
        String basis,
        boolean confirmed) {

    /** What the law does with a late application. */
    public enum Late {
        /** 不再受理. */
        NOT_ACCEPTED,
        /** Taken in, but business stops after expiry until it is approved. */
        STOPS_AT_EXPIRY
    }

    /** Where a day lies. */
    public enum Place {
        TOO_EARLY,
        IN_TIME,
        LATE_NOT_ACCEPTED,
        LATE_STOPS_AT_EXPIRY,
        EXPIRED
    }

    public Place on(LocalDate day) {
        if (day.isAfter(expiry)) {
            return Place.EXPIRED;
        }
        if (opens != null && day.isBefore(opens)) {
            return Place.TOO_EARLY;
        }
        if (!day.isAfter(closes)) {
            return Place.IN_TIME;
        }
        return switch (late) {
            case NOT_ACCEPTED -> Place.LATE_NOT_ACCEPTED;
            case STOPS_AT_EXPIRY -> Place.LATE_STOPS_AT_EXPIRY;
        };
    }
}
