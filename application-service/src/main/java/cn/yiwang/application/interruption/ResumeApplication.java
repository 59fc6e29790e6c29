package cn.yiwang.application.interruption;

import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.ApplicationEvent;
import cn.yiwang.application.lifecycle.ApplicationEvent.DecisionResumed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewResumed;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.review.ReviewTask;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets handling go on where it stopped; every limit that ran then has as many working days left as it had. */
@Component
public class ResumeApplication {

    private final Desk desk;
    private final Interruptions interruptions;
    private final ReviewTasks tasks;

    ResumeApplication(Desk desk, Interruptions interruptions, ReviewTasks tasks) {
        this.desk = desk;
        this.interruptions = interruptions;
        this.tasks = tasks;
    }

    /** Stores it; runs in the caller's transaction. */
    public Application resume(Actor actor, UUID id, long seen, String reason) {
        Application before = desk.openAsCompetent(actor, id, seen);
        ApplicationEvent event = before.pendingReviews() > 0 ? new ReviewResumed() : new DecisionResumed();
        Status next = before.next(event);
        Interruption rest = interruptions.open(before.key()).orElseThrow();
        Instant now = desk.now();
        LocalDate began = Desk.day(rest.beganAt());
        LocalDate today = Desk.day(now);
        Due due = desk.dueDates().afterRest(Objects.requireNonNull(rest.due()), began, today);
        interruptions.end(before.key(), reason, now);
        if (before.pendingReviews() > 0) {
            moveTasks(before, due, began, today);
        }
        Change change = Change.waiting(before, next, next.mover(), due, Objects.requireNonNull(rest.waitingSince()))
                .set("clock_moved", true);
        Application after = desk.write(before, change, 1, now);
        desk.journal().write(after, desk.journal().entry(event, before.status(), after, actor, null, now));
        desk.journal().publish(after, desk.guide(after).version(), event);
        desk.journal().audit(actor, "resume-application", after, rest.ground().basis());
        return after;
    }

    private void moveTasks(Application before, Due decision, LocalDate began, LocalDate today) {
        for (ReviewTask task : tasks.of(before.key())) {
            if (task.state() == ReviewTask.State.OPEN) {
                Due own = new Due(
                        task.dueOn(),
                        decision.statutoryOn(),
                        task.dueProvisional(),
                        decision.calendar(),
                        decision.basis());
                Due moved = desk.dueDates().afterRest(own, began, today);
                tasks.moveDue(before.asked(), task.department(), moved.on(), moved.provisional());
            }
        }
    }
}
