package cn.yiwang.standards.calendar;

/** Why a day is worked or not. */
public enum DayKind {
    WORKDAY(true),
    /** A Saturday or Sunday that a notice turned into a working day. */
    WORKED_WEEKEND(true),
    WEEKEND(false),
    HOLIDAY(false);

    private final boolean working;

    DayKind(boolean working) {
        this.working = working;
    }

    public boolean isWorking() {
        return working;
    }
}
