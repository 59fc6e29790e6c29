package cn.yiwang.catalog.rule;

import cn.yiwang.catalog.guide.TimeLimits.Duration;

/** Between how many days of the calendar a duration can take, for units that nothing converts exactly. */
final class DaysOfDuration {

    private static final int SHORTEST_MONTH = 28;
    private static final int LONGEST_MONTH = 31;
    private static final int SHORTEST_YEAR = 365;
    private static final int LONGEST_YEAR = 366;
    /** The longest holidays together with the weekends beside them. */
    private static final int DAYS_OF_REST_IN_A_ROW = 10;

    private DaysOfDuration() {}

    /** Fewer days it cannot take. */
    static long least(Duration duration) {
        return switch (duration.unit()) {
            case HOUR -> duration.amount() / Duration.HOURS_A_DAY;
            case WORKING_DAY, NATURAL_DAY -> duration.amount();
            case MONTH -> (long) duration.amount() * SHORTEST_MONTH;
            case YEAR -> (long) duration.amount() * SHORTEST_YEAR;
        };
    }

    /** More days it cannot take: of any two days in a row, holidays apart, one is worked on. */
    static long most(Duration duration) {
        return switch (duration.unit()) {
            case HOUR -> 2L * Math.ceilDiv(duration.amount(), Duration.HOURS_A_DAY) + DAYS_OF_REST_IN_A_ROW;
            case WORKING_DAY -> 2L * duration.amount() + DAYS_OF_REST_IN_A_ROW;
            case NATURAL_DAY -> duration.amount();
            case MONTH -> (long) duration.amount() * LONGEST_MONTH;
            case YEAR -> (long) duration.amount() * LONGEST_YEAR;
        };
    }
}
