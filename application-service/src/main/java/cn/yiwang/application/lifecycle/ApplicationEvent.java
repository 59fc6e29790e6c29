package cn.yiwang.application.lifecycle;

import org.jspecify.annotations.Nullable;

/** What can happen to an application; each kind is an edge of the transition table. */
public sealed interface ApplicationEvent {

    /** The applicant handed it in. */
    record ApplicationSubmitted() implements ApplicationEvent {}

    /** The competent body took it in; the clock of the decision starts. */
    record ApplicationAccepted() implements ApplicationEvent {}

    /** One department gave its opinion, others are still to. */
    record DepartmentReviewed(String department, Outcome outcome) implements ApplicationEvent {}

    /**
     * The last department answered.
     *
     * @param department the one whose answer completed the review; null when the guide asks nobody
     */
    record ReviewsCompleted(
            @Nullable String department, @Nullable Outcome outcome) implements ApplicationEvent {}

    /** The approver granted it. */
    record ApplicationGranted(boolean certificateFollows) implements ApplicationEvent {}

    /** The approver refused it, in writing. */
    record ApplicationRefused() implements ApplicationEvent {}

    /** The applicant took it back. */
    record ApplicationWithdrawn() implements ApplicationEvent {}

    /**
     * The result reached the applicant.
     *
     * @param certificateId the certificate that was issued, null when a document was handed out
     */
    record ApplicationDelivered(@Nullable String certificateId) implements ApplicationEvent {}
}
