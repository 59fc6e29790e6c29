package cn.yiwang.standards.calendar;

/** What to do when a count enters a year whose holiday notice is not out. */
public enum WhenUnpublished {
    /** Throw {@link CalendarNotPublishedException}. */
    FAIL,
    /**
     * Count on, with Saturdays and Sundays off and every other day worked, and mark the answer as provisional. No holiday is
     * guessed, so the provisional day is not later than the final one unless the notice turns weekend days into working days.
     */
    PROVISIONAL
}
