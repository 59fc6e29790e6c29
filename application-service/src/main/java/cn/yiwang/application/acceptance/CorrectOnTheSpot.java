package cn.yiwang.application.acceptance;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.handling.ReviseContent;
import cn.yiwang.application.lifecycle.ApplicationEvent.CorrectedOnTheSpot;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes down, for an applicant who stands at the window, what can be put right there and then (Administrative Licensing Law Art.
 * 32(3)). It is no notice: the one correction stays unused.
 */
@Component
public class CorrectOnTheSpot {

    private static final String BASIS = "行政许可法第三十二条第一款第三项";

    private final Desk desk;
    private final ReviseContent content;

    CorrectOnTheSpot(Desk desk, ReviseContent content) {
        this.desk = desk;
        this.content = content;
    }

    /** Stores it; runs in the caller's transaction. */
    public Application correct(Actor actor, UUID id, long seen, ReviseContent.Revision revision) {
        Application before = desk.openAsCompetent(actor, id, seen);
        CorrectedOnTheSpot event = new CorrectedOnTheSpot();
        Status next = before.next(event);
        if (revision.isEmpty()) {
            throw new ProblemException(ApplicationProblem.CORRECTION_INCOMPLETE);
        }
        Instant now = desk.now();
        Change change = content.revise(before, Change.of(before, next, before.mover()), revision);
        Application after = desk.write(before, change, 1, now);
        desk.journal().write(after, desk.journal().entry(event, before.status(), after, actor, null, now));
        desk.journal().publish(after, desk.guide(after).version(), event);
        desk.journal().audit(actor, "correct-on-the-spot", after, BASIS);
        return after;
    }
}
