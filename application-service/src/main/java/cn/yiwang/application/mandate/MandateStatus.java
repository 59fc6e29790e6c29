package cn.yiwang.application.mandate;

/** Where a mandate stands. */
public enum MandateStatus {

    /** The principal has signed it; the agent has yet to accept. */
    OFFERED("待受托人接受"),

    /** The agent has accepted; it counts between its first and its last day. */
    ACTIVE("有效"),

    /** Accepted, and its first day is still to come. Not stored: the calendar says so. */
    NOT_STARTED("尚未开始"),

    /** Its last day has passed (Civil Code Art. 173 (1)). Not stored: the calendar says so. */
    EXPIRED("已到期"),

    /** The agent did not take it. */
    DECLINED("受托人未接受"),

    /** The principal took it back (Civil Code Art. 173 (2)). */
    REVOKED("委托人已取消"),

    /** The agent gave it up (Civil Code Art. 173 (2)). */
    RENOUNCED("受托人已辞去");

    private final String label;

    MandateStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
