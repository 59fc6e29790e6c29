package cn.yiwang.complaint.lifecycle;

/** Where a work order stands. */
public enum Status {
    /** Filed, or not solved yet: waits for a dispatcher of the intake unit to name the body that has to handle it. */
    AWAITING_DISPATCH("待派单"),
    /** With a body: waits for its case handler's answer until the handling limit ends. */
    IN_HANDLING("办理中"),
    /** Answered: waits for a call-back agent to ask the person whether the matter is solved. */
    AWAITING_CALL_BACK("待回访"),
    /** The person said that it is solved: waits for the intake unit to close it. */
    AWAITING_CLOSING("待办结"),
    /** The end. */
    CLOSED("已办结");

    private final String label;

    Status(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
