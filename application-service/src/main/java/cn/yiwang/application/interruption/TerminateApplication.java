package cn.yiwang.application.interruption;

import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.interruption.Interruption.Ground;
import cn.yiwang.application.interruption.Interruption.Kind;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationTerminated;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.lifecycle.Termination;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.identity.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends handling without a decision on a ground that a law or rule names (终止). */
@Component
public class TerminateApplication {

    private final Desk desk;
    private final Interruptions interruptions;
    private final ReviewTasks tasks;

    TerminateApplication(Desk desk, Interruptions interruptions, ReviewTasks tasks) {
        this.desk = desk;
        this.interruptions = interruptions;
        this.tasks = tasks;
    }

    /** Stores it; runs in the caller's transaction. */
    public Application terminate(Actor actor, UUID id, long seen, Termination cause, Ground ground) {
        return terminate(actor, desk.openAsCompetent(actor, id, seen), cause, ground);
    }

    /** The same for an application that is locked already; {@code actor} is null when this service itself acts. */
    public Application terminate(@Nullable Actor actor, Application before, Termination cause, Ground ground) {
        ApplicationTerminated event = new ApplicationTerminated(cause);
        Status next = before.next(event);
        Instant now = desk.now();
        if (before.pendingReviews() > 0) {
            tasks.cancelOpen(before.asked());
        }
        if (before.status() == Status.SUSPENDED) {
            interruptions.end(before.key(), ground.reason(), now);
        }
        interruptions.add(before.key(), new Interruption(Kind.TERMINATION, cause, ground, now, null, null, null, null));
        Change change = Change.closed(before, next).set("pending_reviews", 0);
        Application after = desk.write(before, change, 1, now);
        desk.journal().write(after, desk.journal().entry(event, before.status(), after, actor, cause.name(), now));
        desk.journal().publish(after, desk.guide(after).version(), event);
        desk.journal().audit(actor, "terminate-application", after, ground.basis());
        return after;
    }
}
