package cn.yiwang.application.lifecycle;

import org.jspecify.annotations.Nullable;

/** Where an application stands, what it waits for, who moves it on, and which limit runs meanwhile. */
public enum Status {

    /** The applicant is still writing; no clock runs. */
    DRAFT(PublicStatus.DRAFT, Mover.APPLICANT, null, "草稿", "Draft"),

    /** The window of the competent body decides on acceptance: 5 working days, Administrative Licensing Law Art. 32. */
    SUBMITTED(PublicStatus.SUBMITTED, Mover.WINDOW_CLERK, Limit.ACCEPTANCE, "已提交，待受理", "Submitted"),

    /** Every reviewing department gives its opinion, side by side; the limit for the decision (Art. 42) runs since acceptance. */
    UNDER_REVIEW(PublicStatus.IN_PROGRESS, Mover.REVIEWERS, Limit.DECISION, "审查中", "Under review"),

    /** All departments have answered and the approver decides, still inside the limit of Art. 42. */
    AWAITING_DECISION(PublicStatus.IN_PROGRESS, Mover.APPROVER, Limit.DECISION, "待决定", "Awaiting decision"),

    /** Granted; the certificate or document is to reach the applicant within 10 working days, Art. 44. */
    GRANTED(PublicStatus.GRANTED, Mover.WINDOW_CLERK, Limit.DELIVERY, "准予许可，待送达", "Granted"),

    /** The result has reached the applicant. Nothing follows. */
    DELIVERED(PublicStatus.DELIVERED, Mover.NOBODY, null, "已送达", "Delivered"),

    /** Refused in writing, with reasons and remedies (Art. 38). Nothing follows here. */
    REFUSED(PublicStatus.REFUSED, Mover.NOBODY, null, "不予许可", "Refused"),

    /** Taken back by the applicant before a decision. Nothing follows. */
    WITHDRAWN(PublicStatus.WITHDRAWN, Mover.NOBODY, null, "已撤回", "Withdrawn");

    private final PublicStatus publicStatus;
    private final Mover mover;
    private final @Nullable Limit limit;
    private final String label;
    private final String englishLabel;

    Status(PublicStatus publicStatus, Mover mover, @Nullable Limit limit, String label, String englishLabel) {
        this.publicStatus = publicStatus;
        this.mover = mover;
        this.limit = limit;
        this.label = label;
        this.englishLabel = englishLabel;
    }

    /** What the public reads. */
    public PublicStatus publicStatus() {
        return publicStatus;
    }

    /** Who is to act next. A granted application whose result is a certificate waits for {@link Mover#CERTIFICATE_SERVICE} instead. */
    public Mover mover() {
        return mover;
    }

    /** The limit that runs, null where nothing is waited for by law. */
    public @Nullable Limit limit() {
        return limit;
    }

    public String label() {
        return label;
    }

    public String englishLabel() {
        return englishLabel;
    }

    public boolean isFinal() {
        return mover == Mover.NOBODY;
    }
}
