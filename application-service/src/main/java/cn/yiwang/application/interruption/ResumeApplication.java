package cn.yiwang.application.interruption;

import cn.yiwang.application.deadline.ClockReading;
import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.deadline.MovedClocks;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.ReviewPart;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.ApplicationEvent;
import cn.yiwang.application.lifecycle.ApplicationEvent.DecisionResumed;
import cn.yiwang.application.lifecycle.ApplicationEvent.ReviewResumed;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets handling go on where it stopped: the rest is taken out of every limit that ran, together with whatever else stopped it meanwhile. */
@Component
public class ResumeApplication {

    private final Desk desk;
    private final Interruptions interruptions;
    private final ReviewTasks tasks;
    private final MovedClocks clocks;

    ResumeApplication(Desk desk, Interruptions interruptions, ReviewTasks tasks, MovedClocks clocks) {
        this.desk = desk;
        this.interruptions = interruptions;
        this.tasks = tasks;
        this.clocks = clocks;
    }

    /** Stores it; runs in the caller's transaction. */
    public Application resume(Actor actor, UUID id, long seen, String reason) {
        Application before = desk.openAsCompetent(actor, id, seen);
        ApplicationEvent event = before.pendingReviews() > 0 ? new ReviewResumed() : new DecisionResumed();
        Status next = before.next(event);
        Interruption rest = interruptions.open(before.key()).orElseThrow();
        Instant now = desk.now();
        LocalDate today = Desk.day(now);
        LocalDate since = Objects.requireNonNull(rest.waitingSince());
        interruptions.end(before.key(), reason, now);
        Guide guide = desk.guide(before);
        ClockReading reading =
                desk.dueDates().read(Limit.DECISION, guide, since, clocks.of(before.key(), since), today);
        if (before.pendingReviews() > 0) {
            moveTasks(before, guide, reading, today);
        }
        Change change = Change.waiting(before, next, next.mover(), reading.due(), since)
                .set("clock_moved", true)
                .set("clock_paused", reading.adjustments().isPaused());
        Application after = desk.write(before, change, 1, now);
        desk.journal().write(after, desk.journal().entry(event, before.status(), after, actor, null, now));
        desk.journal().publish(after, desk.guide(after).version(), event);
        desk.journal().audit(actor, "resume-application", after, rest.ground().basis());
        return after;
    }

    private void moveTasks(Application before, Guide guide, ClockReading reading, LocalDate today) {
        for (ReviewPart part : guide.reviewParts(before.body())) {
            Due due = desk.dueDates().of(part, reading, today);
            tasks.moveDue(before.asked(), part.department().code(), due.on(), due.provisional());
        }
    }
}
