package cn.yiwang.application.promise;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.commitment.Commitments;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.mandate.MandateAction;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The applicant signs that the conditions are met (告知承诺), which spares the materials that the guide names for it. */
@Component
public class CommitToConditions {

    private final Desk desk;
    private final Commitments commitments;

    CommitToConditions(Desk desk, Commitments commitments) {
        this.desk = desk;
        this.commitments = commitments;
    }

    /** Stores it, with the text of the draft's guide version; runs in the caller's transaction. */
    public Application commit(Actor actor, UUID id, long seen) {
        Application before = desk.openAsApplicant(actor, MandateAction.SUBMIT, id, seen);
        if (before.status() != Status.DRAFT) {
            throw new ProblemException(
                    ApplicationProblem.STEP_NOT_ALLOWED, before.status().label());
        }
        String text = Commitments.text(desk.guide(before))
                .orElseThrow(() -> new ProblemException(ApplicationProblem.COMMITMENT_NOT_ALLOWED));
        if (before.committed()) {
            throw new ProblemException(ApplicationProblem.COMMITTED_ALREADY);
        }
        Instant now = desk.now();
        commitments.add(before.key(), text, actor.subject(), now);
        Change change = Change.of(before, before.status(), before.mover()).set("committed", true);
        Application after = desk.write(before, change, 0, now);
        desk.journal().audit(actor, "commit-to-conditions", after, null);
        return after;
    }
}
