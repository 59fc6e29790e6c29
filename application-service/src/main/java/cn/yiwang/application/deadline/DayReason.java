package cn.yiwang.application.deadline;

/** Why a day counted, or why not. */
public enum DayReason {
    START_DAY(false, "起算当日，不计入"),
    WORKDAY(true, "工作日"),
    WORKED_WEEKEND(true, "调休上班的周末"),
    NATURAL_DAY(true, "自然日"),
    WEEKEND(false, "周末"),
    HOLIDAY(false, "节假日"),
    PAUSED(false, "依法不计入期限"),
    /** A limit that would end on a day off ends on the next working day. */
    END_MOVED(false, "届满日为休息日，顺延");

    private final boolean counted;
    private final String label;

    DayReason(boolean counted, String label) {
        this.counted = counted;
        this.label = label;
    }

    public boolean isCounted() {
        return counted;
    }

    public String label() {
        return label;
    }
}
