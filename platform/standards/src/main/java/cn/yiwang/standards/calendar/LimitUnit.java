package cn.yiwang.standards.calendar;

/** What a legal time limit is counted in. The unit is always explicit: 行政许可法 82 speaks of working days, and only for bodies. */
public enum LimitUnit {
    WORKING_DAY,
    NATURAL_DAY,
    /** Counted from the moment itself, on working days only. */
    HOUR,
    MONTH,
    YEAR
}
