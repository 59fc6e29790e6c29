package cn.yiwang.application.lifecycle;

import static cn.yiwang.application.lifecycle.Status.AWAITING_DECISION;
import static cn.yiwang.application.lifecycle.Status.DELIVERED;
import static cn.yiwang.application.lifecycle.Status.DRAFT;
import static cn.yiwang.application.lifecycle.Status.GRANTED;
import static cn.yiwang.application.lifecycle.Status.REFUSED;
import static cn.yiwang.application.lifecycle.Status.SUBMITTED;
import static cn.yiwang.application.lifecycle.Status.UNDER_REVIEW;
import static cn.yiwang.application.lifecycle.Status.WITHDRAWN;

import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationAccepted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationDelivered;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationGranted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationRefused;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationSubmitted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationWithdrawn;
import cn.yiwang.application.lifecycle.ApplicationEvent.DepartmentReviewed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewsCompleted;
import cn.yiwang.starter.lifecycle.TransitionTable;

/** The one table of what may happen in which status, and where it leads. */
public final class Transitions {

    private static final TransitionTable<Status, ApplicationEvent> TABLE =
            TransitionTable.<Status, ApplicationEvent>startingIn(DRAFT)
                    .from(DRAFT)
                    .on(ApplicationSubmitted.class)
                    .to(SUBMITTED)
                    .from(SUBMITTED)
                    .on(ApplicationAccepted.class)
                    .to(UNDER_REVIEW)
                    .on(ApplicationWithdrawn.class)
                    .to(WITHDRAWN)
                    .from(UNDER_REVIEW)
                    .on(DepartmentReviewed.class)
                    .to(UNDER_REVIEW)
                    .on(ReviewsCompleted.class)
                    .to(AWAITING_DECISION)
                    .on(ApplicationWithdrawn.class)
                    .to(WITHDRAWN)
                    .from(AWAITING_DECISION)
                    .on(ApplicationGranted.class)
                    .to(GRANTED)
                    .on(ApplicationRefused.class)
                    .to(REFUSED)
                    .on(ApplicationWithdrawn.class)
                    .to(WITHDRAWN)
                    .from(GRANTED)
                    .on(ApplicationDelivered.class)
                    .to(DELIVERED)
                    .table();

    private Transitions() {}

    /** The table itself: asked for the next status, listed, drawn. */
    public static TransitionTable<Status, ApplicationEvent> table() {
        return TABLE;
    }
}
