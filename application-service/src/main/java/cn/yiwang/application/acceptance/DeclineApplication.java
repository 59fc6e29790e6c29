package cn.yiwang.application.acceptance;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.acceptance.NonAcceptances.Reasons;
import cn.yiwang.application.correction.Correction;
import cn.yiwang.application.correction.Corrections;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.handling.Remedies;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationNotAccepted;
import cn.yiwang.application.lifecycle.NonAcceptance;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.review.ReviewTasks;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Does not take an application in: by a notice where no licence is needed (不受理), by a decision that names the competent body or another
 * ground of the law and tells the remedies (不予受理).
 */
@Component
public class DeclineApplication {

    private final Desk desk;
    private final NonAcceptances rows;
    private final Corrections corrections;
    private final ReviewTasks tasks;

    DeclineApplication(Desk desk, NonAcceptances rows, Corrections corrections, ReviewTasks tasks) {
        this.desk = desk;
        this.rows = rows;
        this.corrections = corrections;
        this.tasks = tasks;
    }

    /** What the official says. */
    public record Grounds(NonAcceptance ground, @Nullable String competentBody, String reason) {}

    /** Stores it; runs in the caller's transaction. */
    public Application decline(Actor actor, UUID id, long seen, Grounds grounds) {
        Application before = desk.openAsCompetent(actor, id, seen);
        before.next(new ApplicationNotAccepted(grounds.ground(), grounds.competentBody()));
        requireFitting(before, grounds);
        return decline(actor, before, grounds);
    }

    /** What the notice announced for missing corrections; runs in the caller's transaction, on behalf of this service. */
    Application declineUncorrected(Application before, String reason) {
        return decline(null, before, new Grounds(NonAcceptance.NOT_CORRECTED, null, reason));
    }

    private Application decline(@Nullable Actor actor, Application before, Grounds grounds) {
        ApplicationNotAccepted event = new ApplicationNotAccepted(grounds.ground(), grounds.competentBody());
        Status next = before.next(event);
        Instant now = desk.now();
        Guide guide = desk.guide(before);
        Reasons reasons = reasons(guide, grounds, now);
        rows.add(before.key(), reasons);
        if (before.status() == Status.CORRECTION_REQUESTED) {
            corrections.miss(before.key());
        }
        Change change = Change.closed(before, next);
        if (before.pendingReviews() > 0) {
            tasks.cancelOpen(before.asked());
            change.set("pending_reviews", 0);
        }
        Application after = desk.write(before, change, 1, now);
        desk.journal()
                .write(
                        after,
                        desk.journal()
                                .entry(
                                        event,
                                        before.status(),
                                        after,
                                        actor,
                                        grounds.ground().name(),
                                        now));
        desk.journal().publish(after, guide.version(), event);
        desk.journal().audit(actor, "decline-application", after, reasons.basis());
        return after;
    }

    private static Reasons reasons(Guide guide, Grounds grounds, Instant now) {
        Guide.SingleDocument single = guide.guide().handling() == null
                ? null
                : guide.guide().handling().nonAcceptance();
        NonAcceptance.Document document = single == null ? grounds.ground().document() : single.document();
        String basis = grounds.ground().basis() + (single == null ? "" : "；" + single.basis());
        // Only a decision can be challenged; that no licence is needed takes nothing from anybody.
        String remedies = document == NonAcceptance.Document.NOT_ACCEPTED
                ? Remedies.text(guide.body().name(), Desk.day(now))
                : null;
        return new Reasons(grounds.ground(), document, basis, grounds.competentBody(), grounds.reason(), remedies);
    }

    private void requireFitting(Application before, Grounds grounds) {
        boolean namesBody =
                grounds.competentBody() != null && !grounds.competentBody().isBlank();
        if ((grounds.ground() == NonAcceptance.NOT_COMPETENT) != namesBody) {
            throw unfit("ground.names-body", "/competentBody");
        }
        if (before.status() == Status.SUBMITTED && grounds.ground() == NonAcceptance.NOT_CORRECTED) {
            throw unfit("ground.after-notice", "/ground");
        }
        if (before.status() != Status.CORRECTION_REQUESTED) {
            return;
        }
        if (grounds.ground() != NonAcceptance.NOT_CORRECTED) {
            throw unfit("ground.before-notice", "/ground");
        }
        Correction correction = corrections.of(before.key()).orElseThrow();
        if (!Desk.day(desk.now()).isAfter(correction.dueOn())) {
            throw new ProblemException(
                    ApplicationProblem.CORRECTION_PERIOD_RUNS,
                    correction.dueOn().toString());
        }
    }

    private static ProblemException unfit(String key, String pointer) {
        return new ProblemException(ApplicationProblem.GROUND_NOT_POSSIBLE, pointer.substring(1)).at(pointer, key);
    }
}
