package cn.yiwang.application.lifecycle;

/** The status as the public sees it; the codes are promised and outlive the inner statuses. */
public enum PublicStatus {
    DRAFT("草稿", "Draft"),
    SUBMITTED("已提交", "Submitted"),
    CORRECTION_REQUESTED("待补正", "To be corrected"),
    NOT_ACCEPTED("未受理", "Not accepted"),
    IN_PROGRESS("办理中", "In progress"),
    SUSPENDED("已中止", "Suspended"),
    TERMINATED("已终止", "Terminated"),
    GRANTED("准予许可", "Granted"),
    PARTLY_GRANTED("部分准予许可", "Partly granted"),
    REFUSED("不予许可", "Refused"),
    WITHDRAWN("已撤回", "Withdrawn"),
    DELIVERED("已送达", "Delivered");

    private final String label;
    private final String englishLabel;

    PublicStatus(String label, String englishLabel) {
        this.label = label;
        this.englishLabel = englishLabel;
    }

    /** The stable code. */
    public String code() {
        return name();
    }

    public String label() {
        return label;
    }

    public String englishLabel() {
        return englishLabel;
    }
}
