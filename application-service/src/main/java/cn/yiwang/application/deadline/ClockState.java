package cn.yiwang.application.deadline;

/** How a clock stands on a day. */
public enum ClockState {
    RUNNING("计时中"),
    PAUSED("暂停计时"),
    DUE_SOON("即将到期"),
    OVERDUE("已超期");

    private final String label;

    ClockState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
