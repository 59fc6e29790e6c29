package cn.yiwang.application.joint;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.ApplicationEvent;
import cn.yiwang.application.lifecycle.ApplicationEvent.DepartmentEscalated;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewsEscalated;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.review.ReviewTask;
import cn.yiwang.application.review.ReviewTask.State;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Decides to go on without a department that let its limit pass in silence. It is a decision of the competent body with reasons, on
 * record and told to others: a department's silence never becomes an opinion by itself, and never holds up the applicant for ever.
 */
@Component
class EscalateDepartment {

    private final Desk desk;
    private final ReviewTasks tasks;

    EscalateDepartment(Desk desk, ReviewTasks tasks) {
        this.desk = desk;
        this.tasks = tasks;
    }

    /** Stores it; runs in the caller's transaction. */
    Application escalate(Actor actor, UUID id, long seen, String department, String reason) {
        Application before = desk.openAsCompetent(actor, id, seen);
        ApplicationEvent event =
                before.pendingReviews() > 1 ? new DepartmentEscalated(department) : new ReviewsEscalated(department);
        Status next = before.next(event);
        Instant now = desk.now();
        requireSilent(before, department, Desk.day(now));
        tasks.escalate(before.asked(), department, actor.subject(), reason);
        Change change = Change.of(before, next, next.mover()).set("pending_reviews", before.pendingReviews() - 1);
        Application after = desk.write(before, change, 1, now);
        desk.journal().write(after, desk.journal().entry(event, before.status(), after, actor, department, now));
        desk.journal().publish(after, desk.guide(after).version(), event);
        desk.journal().audit(actor, "escalate-department", after, department);
        return after;
    }

    /** The last day of the limit still belongs to the department. */
    private void requireSilent(Application application, String department, LocalDate today) {
        ReviewTask task = tasks.find(application.key(), department)
                .filter(found -> found.state() == State.OPEN)
                .orElseThrow(() -> new ProblemException(ApplicationProblem.DEPARTMENT_NOT_AWAITED)
                        .at("/department", "department.not-awaited"));
        if (!today.isAfter(task.dueOn())) {
            throw new ProblemException(
                    ApplicationProblem.DEPARTMENT_STILL_IN_TIME, task.dueOn().toString());
        }
    }
}
