package cn.yiwang.application.handling;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.lifecycle.ApplicationEvent;
import cn.yiwang.application.lifecycle.ApplicationEvent.DepartmentReviewed;
import cn.yiwang.application.lifecycle.ApplicationEvent.FirstReviewed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewsCompleted;
import cn.yiwang.application.lifecycle.Mover;
import cn.yiwang.application.lifecycle.Outcome;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.officer.Officers;
import cn.yiwang.application.review.ReviewTask;
import cn.yiwang.application.review.ReviewTask.State;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records one department's opinion. Departments review side by side, so a version that the reviewer saw is stale only when this
 * department's own task, or the status, changed after it: another department's answer does not get in the way.
 */
@Component
public class ReviewApplication {

    private final Desk desk;
    private final ReviewTasks tasks;
    private final Officers officers;

    ReviewApplication(Desk desk, ReviewTasks tasks, Officers officers) {
        this.desk = desk;
        this.tasks = tasks;
        this.officers = officers;
    }

    /** Stores it; runs in the caller's transaction. */
    public Application review(Actor actor, UUID id, long seen, Outcome outcome, @Nullable String opinion) {
        Application before = desk.applications().lock(id, desk.access().of(actor));
        if (seen > before.version()) {
            throw new StaleVersionException();
        }
        String department = actor.department();
        if (department == null) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        officers.requireMayReview(actor, before.key(), before.staffing());
        officers.requireConfirmedInspections(before.key(), department, before.staffing());
        Instant now = desk.now();
        if (!isReviewed(before)
                || !answer(
                        before,
                        department,
                        seen,
                        actor,
                        new ReviewTasks.Answer(outcome, opinion, actor.subject(), now))) {
            throw whyNot(before, department, seen);
        }
        ApplicationEvent event = event(before, department, outcome);
        Status next = before.next(event);
        Mover mover = event instanceof FirstReviewed ? Mover.APPROVER : next.mover();
        Change change = Change.of(before, next, mover)
                .set("reviewers", before.staffing().reviewersWith(actor.subject()))
                .set("pending_reviews", before.pendingReviews() - 1)
                .set("objections", before.objections() + (outcome == Outcome.REJECTED ? 1 : 0));
        Application after = desk.applications().write(before, change, 1, now);
        desk.journal().write(after, desk.journal().entry(event, before.status(), after, actor, outcome.name(), now));
        desk.journal().publish(after, desk.guide(after).version(), event);
        desk.journal().audit(actor, "review-application", after, outcome.name());
        return after;
    }

    /** A task on a colleague's desk is answered by whoever stands in for them. */
    private boolean answer(Application before, String department, long seen, Actor actor, ReviewTasks.Answer answer) {
        if (tasks.answer(before.asked(), department, seen, answer, actor.subject())) {
            return true;
        }
        String officer = tasks.officerOf(before.key(), department).orElse(actor.subject());
        if (officer.equals(actor.subject())) {
            return false;
        }
        officers.requireOwnDesk(actor, before.id(), officer);
        return tasks.answer(before.asked(), department, seen, answer, officer);
    }

    private static boolean isReviewed(Application application) {
        return application.status() == Status.UNDER_REVIEW || application.status() == Status.FIRST_REVIEW;
    }

    private static ApplicationEvent event(Application before, String department, Outcome outcome) {
        if (before.status() == Status.FIRST_REVIEW) {
            return new FirstReviewed(department, outcome);
        }
        return before.pendingReviews() > 1
                ? new DepartmentReviewed(department, outcome)
                : new ReviewsCompleted(department, outcome);
    }

    private RuntimeException whyNot(Application application, String department, long seen) {
        ReviewTask task = tasks.find(application.key(), department).orElse(null);
        if (task == null && isReviewed(application)) {
            return new ProblemException(CommonProblem.FORBIDDEN);
        }
        boolean changedSince = task == null ? seen < application.version() : task.changedVersion() > seen;
        boolean statusChangedSince = task != null && task.state() == State.OPEN;
        return changedSince || statusChangedSince
                ? new StaleVersionException()
                : new ProblemException(
                        ApplicationProblem.STEP_NOT_ALLOWED,
                        application.status().label());
    }
}
