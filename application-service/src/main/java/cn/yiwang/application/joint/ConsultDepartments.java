package cn.yiwang.application.joint;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.guide.ReviewPart;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.ApplicationEvent.DepartmentsConsulted;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.review.ReviewTask;
import cn.yiwang.application.review.ReviewTask.Stage;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sends the materials round to the departments that the guide names, before acceptance (行政许可法第二十六条: 受理并转告有关部门). They look
 * through them at the same time and within the limit of acceptance, so that the one correction can say what each of them misses.
 */
@Component
class ConsultDepartments {

    private final Desk desk;
    private final ReviewTasks tasks;

    ConsultDepartments(Desk desk, ReviewTasks tasks) {
        this.desk = desk;
        this.tasks = tasks;
    }

    /** The application and what the departments were asked. */
    record Consulted(Application application, List<ReviewTask> tasks) {}

    /** Stores it; runs in the caller's transaction. */
    Consulted consult(Actor actor, UUID id, long seen) {
        Application before = desk.openAsCompetent(actor, id, seen);
        DepartmentsConsulted event = new DepartmentsConsulted();
        Status next = before.next(event);
        if (before.pendingReviews() > 0) {
            throw new ProblemException(ApplicationProblem.ALREADY_CONSULTED);
        }
        List<ReviewPart> others = desk.guide(before).reviewParts(before.body()).stream()
                .filter(part -> !part.department().code().equals(before.body()))
                .toList();
        if (others.isEmpty()) {
            throw new ProblemException(ApplicationProblem.NOBODY_TO_CONSULT);
        }
        Instant now = desk.now();
        Change change = Change.of(before, next, before.mover()).set("pending_reviews", others.size());
        Application after = desk.write(before, change, 1, now);
        Due due = Objects.requireNonNull(before.due(), "an application that waits for acceptance has a due date");
        List<ReviewTask> asked = others.stream()
                .map(part -> ReviewTask.open(part.department().code(), part.name(), after.version(), Stage.CHECK, due))
                .toList();
        tasks.addAll(after.asked(), asked, now);
        desk.journal().write(after, desk.journal().entry(event, before.status(), after, actor, null, now));
        desk.journal().publish(after, desk.guide(after).version(), event);
        desk.journal().audit(actor, "consult-departments", after, "行政许可法第二十六条");
        return new Consulted(after, asked);
    }
}
