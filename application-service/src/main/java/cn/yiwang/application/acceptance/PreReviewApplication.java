package cn.yiwang.application.acceptance;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.correction.CorrectionRules;
import cn.yiwang.application.correction.PreReviews;
import cn.yiwang.application.correction.PreReviews.Found;
import cn.yiwang.application.correction.Requirement;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationPreReviewed;
import cn.yiwang.application.lifecycle.PreReview;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks at an application before acceptance (网上预审), once. The limit for acceptance runs on, and a notice that follows a look which
 * found something can ask for that only: otherwise the look would be a first instalment.
 */
@Component
public class PreReviewApplication {

    private final Desk desk;
    private final PreReviews preReviews;

    PreReviewApplication(Desk desk, PreReviews preReviews) {
        this.desk = desk;
        this.preReviews = preReviews;
    }

    /** Stores it; runs in the caller's transaction. */
    public Application preReview(Actor actor, UUID id, long seen, PreReview result, List<Requirement> found) {
        Application before = desk.openAsCompetent(actor, id, seen);
        ApplicationPreReviewed event = new ApplicationPreReviewed(result);
        Status next = before.next(event);
        requireConsistent(result, found);
        Askings.throwIfAny(CorrectionRules.againstAsking(desk.guide(before), found));
        if (preReviews.of(before.key()).isPresent()) {
            throw new ProblemException(ApplicationProblem.PRE_REVIEWED_ALREADY);
        }
        Instant now = desk.now();
        preReviews.add(before.key(), new Found(result, now, found), actor.subject());
        Application after = desk.write(before, Change.of(before, next, before.mover()), 1, now);
        desk.journal().write(after, desk.journal().entry(event, before.status(), after, actor, result.name(), now));
        desk.journal().publish(after, desk.guide(after).version(), event);
        desk.journal().audit(actor, "pre-review-application", after, result.name());
        return after;
    }

    /** Whoever finds something says what, and nobody else names anything. */
    private static void requireConsistent(PreReview result, List<Requirement> found) {
        if ((result == PreReview.CORRECTABLE) == found.isEmpty()) {
            throw new ProblemException(ApplicationProblem.REQUIREMENT_OUTSIDE_GUIDE)
                    .at("/requirements", "invalid-value");
        }
    }
}
