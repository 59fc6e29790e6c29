package cn.yiwang.application.lifecycle;

import static cn.yiwang.application.lifecycle.Status.AWAITING_DECISION;
import static cn.yiwang.application.lifecycle.Status.CORRECTED;
import static cn.yiwang.application.lifecycle.Status.CORRECTION_REQUESTED;
import static cn.yiwang.application.lifecycle.Status.DELIVERED;
import static cn.yiwang.application.lifecycle.Status.DRAFT;
import static cn.yiwang.application.lifecycle.Status.FIRST_REVIEW;
import static cn.yiwang.application.lifecycle.Status.GRANTED;
import static cn.yiwang.application.lifecycle.Status.NOT_ACCEPTED;
import static cn.yiwang.application.lifecycle.Status.PARTLY_GRANTED;
import static cn.yiwang.application.lifecycle.Status.REFUSED;
import static cn.yiwang.application.lifecycle.Status.SUBMITTED;
import static cn.yiwang.application.lifecycle.Status.SUSPENDED;
import static cn.yiwang.application.lifecycle.Status.TERMINATED;
import static cn.yiwang.application.lifecycle.Status.UNDER_REVIEW;
import static cn.yiwang.application.lifecycle.Status.WITHDRAWN;

import cn.yiwang.application.lifecycle.ApplicationEvent.AcceptanceDeemed;
import cn.yiwang.application.lifecycle.ApplicationEvent.AcceptedForFirstReview;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationAccepted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationDelivered;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationForwarded;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationGranted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationNotAccepted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationPartlyGranted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationPreReviewed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationRefused;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationSubmitted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationSuspended;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationTerminated;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationWithdrawn;
import cn.yiwang.application.lifecycle.ApplicationEvent.CorrectedOnTheSpot;
import cn.yiwang.application.lifecycle.ApplicationEvent.CorrectionRequested;
import cn.yiwang.application.lifecycle.ApplicationEvent.CorrectionsHandedIn;
import cn.yiwang.application.lifecycle.ApplicationEvent.DecisionResumed;
import cn.yiwang.application.lifecycle.ApplicationEvent.DepartmentEscalated;
import cn.yiwang.application.lifecycle.ApplicationEvent.DepartmentReviewed;
import cn.yiwang.application.lifecycle.ApplicationEvent.DepartmentsConsulted;
import cn.yiwang.application.lifecycle.ApplicationEvent.FirstReviewDeemed;
import cn.yiwang.application.lifecycle.ApplicationEvent.FirstReviewed;
import cn.yiwang.application.lifecycle.ApplicationEvent.MaterialsChecked;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewResumed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewsCompleted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewsEscalated;
import cn.yiwang.starter.lifecycle.TransitionTable;

/** The one table of what may happen in which status, and where it leads. */
public final class Transitions {

    private static final TransitionTable<Status, ApplicationEvent> TABLE =
            TransitionTable.<Status, ApplicationEvent>startingIn(DRAFT)
                    .from(DRAFT)
                    .on(ApplicationSubmitted.class)
                    .to(SUBMITTED)
                    .from(SUBMITTED)
                    .on(DepartmentsConsulted.class)
                    .to(SUBMITTED)
                    .on(MaterialsChecked.class)
                    .to(SUBMITTED)
                    .on(AcceptedForFirstReview.class)
                    .to(FIRST_REVIEW)
                    .on(FirstReviewDeemed.class)
                    .to(FIRST_REVIEW)
                    .on(ApplicationPreReviewed.class)
                    .to(SUBMITTED)
                    .on(CorrectedOnTheSpot.class)
                    .to(SUBMITTED)
                    .on(CorrectionRequested.class)
                    .to(CORRECTION_REQUESTED)
                    .on(ApplicationAccepted.class)
                    .to(UNDER_REVIEW)
                    .on(AcceptanceDeemed.class)
                    .to(UNDER_REVIEW)
                    .on(ApplicationNotAccepted.class)
                    .to(NOT_ACCEPTED)
                    .on(ApplicationWithdrawn.class)
                    .to(WITHDRAWN)
                    .from(CORRECTION_REQUESTED)
                    .on(CorrectionsHandedIn.class)
                    .to(CORRECTED)
                    .on(ApplicationNotAccepted.class)
                    .to(NOT_ACCEPTED)
                    .on(ApplicationTerminated.class)
                    .to(TERMINATED)
                    .on(ApplicationWithdrawn.class)
                    .to(WITHDRAWN)
                    .from(CORRECTED)
                    .on(AcceptedForFirstReview.class)
                    .to(FIRST_REVIEW)
                    .on(FirstReviewDeemed.class)
                    .to(FIRST_REVIEW)
                    .on(ApplicationAccepted.class)
                    .to(UNDER_REVIEW)
                    .on(AcceptanceDeemed.class)
                    .to(UNDER_REVIEW)
                    .on(ApplicationNotAccepted.class)
                    .to(NOT_ACCEPTED)
                    .on(ApplicationWithdrawn.class)
                    .to(WITHDRAWN)
                    .from(FIRST_REVIEW)
                    .on(FirstReviewed.class)
                    .to(FIRST_REVIEW)
                    .on(ApplicationForwarded.class)
                    .to(UNDER_REVIEW)
                    .on(ApplicationTerminated.class)
                    .to(TERMINATED)
                    .on(ApplicationWithdrawn.class)
                    .to(WITHDRAWN)
                    .from(UNDER_REVIEW)
                    .on(DepartmentEscalated.class)
                    .to(UNDER_REVIEW)
                    .on(ReviewsEscalated.class)
                    .to(AWAITING_DECISION)
                    .on(DepartmentReviewed.class)
                    .to(UNDER_REVIEW)
                    .on(ReviewsCompleted.class)
                    .to(AWAITING_DECISION)
                    .on(ApplicationSuspended.class)
                    .to(SUSPENDED)
                    .on(ApplicationTerminated.class)
                    .to(TERMINATED)
                    .on(ApplicationWithdrawn.class)
                    .to(WITHDRAWN)
                    .from(AWAITING_DECISION)
                    .on(ApplicationGranted.class)
                    .to(GRANTED)
                    .on(ApplicationPartlyGranted.class)
                    .to(PARTLY_GRANTED)
                    .on(ApplicationRefused.class)
                    .to(REFUSED)
                    .on(ApplicationSuspended.class)
                    .to(SUSPENDED)
                    .on(ApplicationTerminated.class)
                    .to(TERMINATED)
                    .on(ApplicationWithdrawn.class)
                    .to(WITHDRAWN)
                    .from(SUSPENDED)
                    .on(ReviewResumed.class)
                    .to(UNDER_REVIEW)
                    .on(DecisionResumed.class)
                    .to(AWAITING_DECISION)
                    .on(ApplicationTerminated.class)
                    .to(TERMINATED)
                    .on(ApplicationWithdrawn.class)
                    .to(WITHDRAWN)
                    .from(GRANTED)
                    .on(ApplicationDelivered.class)
                    .to(DELIVERED)
                    .from(PARTLY_GRANTED)
                    .on(ApplicationDelivered.class)
                    .to(DELIVERED)
                    .table();

    private Transitions() {}

    /** The table itself: asked for the next status, listed, drawn. */
    public static TransitionTable<Status, ApplicationEvent> table() {
        return TABLE;
    }
}
