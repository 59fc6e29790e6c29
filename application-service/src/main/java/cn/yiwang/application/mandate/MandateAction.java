package cn.yiwang.application.mandate;

/** What an agent may do for the principal; whoever may do any of it may read. */
public enum MandateAction {
    /** Begin and save drafts, add materials. */
    DRAFT("填写申请"),
    /** Hand an application in. */
    SUBMIT("提交申请"),
    /** Answer the one request for corrections. */
    CORRECT("补正材料"),
    /** Take an application back. */
    WITHDRAW("撤回申请"),
    /** Receive documents, with the effects of their delivery. */
    RECEIVE("代收文书");

    private final String label;

    MandateAction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
