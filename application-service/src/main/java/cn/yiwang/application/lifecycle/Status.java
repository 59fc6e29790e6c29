package cn.yiwang.application.lifecycle;

import org.jspecify.annotations.Nullable;

/** Where an application stands, what it waits for, who moves it on, and which limit runs meanwhile. */
public enum Status {

    /** The applicant is still writing; no clock runs. */
    DRAFT(PublicStatus.DRAFT, Mover.APPLICANT, null, "草稿", "Draft"),

    /** The window of the competent body decides on acceptance: 5 working days, Administrative Licensing Law Art. 32. */
    SUBMITTED(PublicStatus.SUBMITTED, Mover.WINDOW_CLERK, Limit.ACCEPTANCE, "已提交，待受理", "Submitted"),

    /**
     * The applicant puts right what the one notice of Art. 32(4) names, within the period that the notice states. The body is not
     * waited for, so no limit of the law runs.
     */
    CORRECTION_REQUESTED(PublicStatus.CORRECTION_REQUESTED, Mover.APPLICANT, null, "待补正", "Correction requested"),

    /**
     * The corrections are in and the window accepts; nothing can be asked again, and complete corrections must be accepted (Art.
     * 32(5)). The limit begins anew with the day of their receipt.
     */
    CORRECTED(PublicStatus.SUBMITTED, Mover.WINDOW_CLERK, Limit.ACCEPTANCE, "已补正，待受理", "Corrected"),

    /** Not taken in, by a notice (Art. 32(1)) or a decision (Art. 32(2), with remedies). Nothing follows. */
    NOT_ACCEPTED(PublicStatus.NOT_ACCEPTED, Mover.NOBODY, null, "不予受理", "Not accepted"),

    /** A lower body reviews first, then its approver passes everything on to the body that decides: 20 working days, Art. 35 and 43. */
    FIRST_REVIEW(PublicStatus.IN_PROGRESS, Mover.REVIEWERS, Limit.FIRST_REVIEW, "初审中", "First review"),

    /** Every reviewing department gives its opinion, side by side; the limit for the decision (Art. 42) runs since acceptance. */
    UNDER_REVIEW(PublicStatus.IN_PROGRESS, Mover.REVIEWERS, Limit.DECISION, "审查中", "Under review"),

    /** All departments have answered and the approver decides, still inside the limit of Art. 42. */
    AWAITING_DECISION(PublicStatus.IN_PROGRESS, Mover.APPROVER, Limit.DECISION, "待决定", "Awaiting decision"),

    /** Handling rests by law until its cause is gone (中止); the approver of the competent body resumes it. */
    SUSPENDED(PublicStatus.SUSPENDED, Mover.APPROVER, null, "已中止", "Suspended"),

    /** Ended without a decision, on a ground that the law names (终止). Nothing follows. */
    TERMINATED(PublicStatus.TERMINATED, Mover.NOBODY, null, "已终止", "Terminated"),

    /** Granted; the certificate or document is to reach the applicant within 10 working days, Art. 44. */
    GRANTED(PublicStatus.GRANTED, Mover.WINDOW_CLERK, Limit.DELIVERY, "准予许可，待送达", "Granted"),

    /** Granted in part, the rest refused with reasons and remedies (Art. 38); delivered like a grant. */
    PARTLY_GRANTED(PublicStatus.PARTLY_GRANTED, Mover.WINDOW_CLERK, Limit.DELIVERY, "部分准予许可，待送达", "Partly granted"),

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
