package cn.yiwang.catalog.flowchart;

import cn.yiwang.standards.calendar.LimitUnit;

/** Lengths of time as people read them. */
public final class LimitText {

    private LimitText() {}

    /** Such as 7个工作日; nothing to wait for is 即时办理. */
    public static String of(int amount, LimitUnit unit) {
        return amount == 0 ? "即时办理" : amount + label(unit);
    }

    private static String label(LimitUnit unit) {
        return switch (unit) {
            case WORKING_DAY -> "个工作日";
            case NATURAL_DAY -> "个自然日";
            case HOUR -> "小时";
            case MONTH -> "个月";
            case YEAR -> "年";
        };
    }
}
