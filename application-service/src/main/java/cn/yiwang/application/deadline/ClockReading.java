package cn.yiwang.application.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The clock of an application: what the law leaves and what the body promised, side by side.
 *
 * @param day0 the day on which the limit began, which does not count
 * @param basis the article behind the statutory limit
 * @param promised null where the body promises no more than the law
 */
public record ClockReading(
        LocalDate day0,
        String basis,
        Track statutory,
        @Nullable Track promised,
        Adjustments adjustments) {

    /** When the body is to act: the promised day where that is earlier. */
    public Due due() {
        return new Due(
                binding().due().date(),
                statutory.due().date(),
                statutory.due().provisional()
                        || (promised != null && promised.due().provisional()),
                statutory.due().calendarVersion(),
                basis);
    }

    /**
     * How the clock stands.
     *
     * @param soon with how many counting days left the end is near
     */
    public ClockState stateOn(LocalDate today, int soon) {
        if (adjustments.isPaused() || adjustments.on(today, today) != null) {
            return ClockState.PAUSED;
        }
        if (today.isAfter(binding().due().date())) {
            return ClockState.OVERDUE;
        }
        return binding().leftAfter(today) <= soon ? ClockState.DUE_SOON : ClockState.RUNNING;
    }

    /** The limit that ends first. */
    public Track binding() {
        return promised != null
                        && promised.due().date().isBefore(statutory.due().date())
                ? promised
                : statutory;
    }
}
