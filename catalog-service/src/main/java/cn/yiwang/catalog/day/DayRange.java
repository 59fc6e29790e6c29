package cn.yiwang.catalog.day;

import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.LocalDate;

/** Refuses days that nobody can mean. */
public final class DayRange {

    private static final LocalDate FIRST = LocalDate.of(1949, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);
    private static final int YEARS_AHEAD = 10;

    private DayRange() {}

    /**
     * Takes a day of the law.
     *
     * @param place where the day stands: a parameter, or a JSON pointer into the body
     */
    public static void require(String place, LocalDate day) {
        require(place, day, FIRST, LAST);
    }

    /** Takes a day from today on that people plan for. */
    public static void requireAhead(String place, LocalDate day, LocalDate today) {
        require(place, day, today, today.plusYears(YEARS_AHEAD));
    }

    private static void require(String place, LocalDate day, LocalDate first, LocalDate last) {
        if (day.isBefore(first) || day.isAfter(last)) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST)
                    .at(place, "out-of-range", first.toString(), last.toString());
        }
    }
}
