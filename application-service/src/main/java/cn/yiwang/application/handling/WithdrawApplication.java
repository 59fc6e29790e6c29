package cn.yiwang.application.handling;

import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationWithdrawn;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.mandate.MandateAction;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.identity.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes an application back before it is decided; departments that were asked need not answer any more. */
@Component
public class WithdrawApplication {

    private final Desk desk;
    private final ReviewTasks tasks;

    WithdrawApplication(Desk desk, ReviewTasks tasks) {
        this.desk = desk;
        this.tasks = tasks;
    }

    /** Stores it; runs in the caller's transaction. */
    public Application withdraw(Actor actor, UUID id, long seen, @Nullable String reason) {
        Application before = desk.openAsApplicant(actor, MandateAction.WITHDRAW, id, seen);
        return withdraw(actor, before, reason);
    }

    /** What a notice announced for missing corrections (视为撤回); runs in the caller's transaction, on behalf of this service. */
    public Application withdrawUncorrected(Application before) {
        return withdraw(null, before, "逾期未补正，视为撤回申请");
    }

    private Application withdraw(@Nullable Actor actor, Application before, @Nullable String reason) {
        ApplicationWithdrawn event = new ApplicationWithdrawn();
        Status next = before.next(event);
        Instant now = desk.now();
        if (before.pendingReviews() > 0) {
            tasks.cancelOpen(before.asked());
        }
        Change change = Change.closed(before, next).set("reason", reason).set("pending_reviews", 0);
        Application withdrawn = desk.applications().write(before, change, 1, now);
        desk.journal().write(withdrawn, desk.journal().entry(event, before.status(), withdrawn, actor, null, now));
        desk.journal().publish(withdrawn, desk.guide(withdrawn).version(), event);
        desk.journal().audit(actor, "withdraw-application", withdrawn, null);
        return withdrawn;
    }
}
