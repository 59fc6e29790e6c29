package cn.yiwang.application.lifecycle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to an application; each kind is an edge of the transition table. */
public sealed interface ApplicationEvent {

    /** The applicant handed it in. */
    record ApplicationSubmitted() implements ApplicationEvent {}

    /** The window looked at it before acceptance (网上预审); the clock runs on. */
    record ApplicationPreReviewed(PreReview result) implements ApplicationEvent {}

    /** The applicant put an error right on the spot (Administrative Licensing Law Art. 32(3)); nothing else was asked. */
    record CorrectedOnTheSpot() implements ApplicationEvent {}

    /**
     * The applicant was told, once, everything that is to be corrected (Art. 32(4)).
     *
     * @param requirements the codes of the guide's materials and conditions
     * @param dueOn the day that the notice leaves the applicant
     */
    record CorrectionRequested(List<String> requirements, LocalDate dueOn) implements ApplicationEvent {

        public CorrectionRequested {
            requirements = List.copyOf(requirements);
        }
    }

    /** The applicant handed the corrections in. */
    record CorrectionsHandedIn() implements ApplicationEvent {}

    /** The competent body took it in; the clock of the decision starts. */
    record ApplicationAccepted() implements ApplicationEvent {}

    /** The body was silent for too long: accepted since that day by force of law (Art. 32(4)). */
    record AcceptanceDeemed(LocalDate since) implements ApplicationEvent {}

    /** The same for a body that reviews first for another one. */
    record FirstReviewDeemed(LocalDate since) implements ApplicationEvent {}

    /**
     * The body did not take it in, in writing.
     *
     * @param competentBody the name of the body to turn to, where another is competent
     */
    record ApplicationNotAccepted(
            NonAcceptance ground, @Nullable String competentBody) implements ApplicationEvent {}

    /** The competent body sent the materials round before acceptance, so that one correction can say what everybody misses. */
    record DepartmentsConsulted() implements ApplicationEvent {}

    /** A department looked through the materials; what it misses is kept for the one correction. */
    record MaterialsChecked(String department) implements ApplicationEvent {}

    /** The competent body goes on without a department that was silent past its limit; others are still to answer. */
    record DepartmentEscalated(String department) implements ApplicationEvent {}

    /** The same for the last department that was awaited: the review is complete without it. */
    record ReviewsEscalated(String department) implements ApplicationEvent {}

    /** A lower body took it in, which reviews it first. */
    record AcceptedForFirstReview() implements ApplicationEvent {}

    /** The lower body gave its first opinion. */
    record FirstReviewed(String department, Outcome outcome) implements ApplicationEvent {}

    /** The lower body passed it on, with all materials, to the body that decides. */
    record ApplicationForwarded(String from) implements ApplicationEvent {}

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

    /** The approver granted a part of it and refused the rest, in writing. */
    record ApplicationPartlyGranted(boolean certificateFollows) implements ApplicationEvent {}

    /** The approver refused it, in writing. */
    record ApplicationRefused() implements ApplicationEvent {}

    /** Handling stopped by law for a while (中止). */
    record ApplicationSuspended() implements ApplicationEvent {}

    /** What stopped the review is over. */
    record ReviewResumed() implements ApplicationEvent {}

    /** What stopped the decision is over. */
    record DecisionResumed() implements ApplicationEvent {}

    /** Handling ended without a decision (终止). */
    record ApplicationTerminated(Termination cause) implements ApplicationEvent {}

    /** The applicant took it back. */
    record ApplicationWithdrawn() implements ApplicationEvent {}

    /**
     * The result reached the applicant.
     *
     * @param certificateId the certificate that was issued, null when a document was handed out
     */
    record ApplicationDelivered(@Nullable String certificateId) implements ApplicationEvent {}
}
