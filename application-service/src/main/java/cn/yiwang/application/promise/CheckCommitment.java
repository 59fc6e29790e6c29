package cn.yiwang.application.promise;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.commitment.Commitment;
import cn.yiwang.application.commitment.Commitments;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes down, once, whether what was granted on a commitment holds; what a broken one leads to is a matter of the licence. */
@Component
public class CheckCommitment {

    private final Desk desk;
    private final Commitments commitments;

    CheckCommitment(Desk desk, Commitments commitments) {
        this.desk = desk;
        this.commitments = commitments;
    }

    /** Stores it; runs in the caller's transaction. */
    public Application check(Actor actor, UUID id, long seen, Commitment.Result result, String finding) {
        Application before = desk.openAsCompetent(actor, id, seen);
        boolean granted =
                switch (before.status()) {
                    case GRANTED, PARTLY_GRANTED, DELIVERED -> true;
                    case DRAFT,
                            SUBMITTED,
                            CORRECTION_REQUESTED,
                            CORRECTED,
                            NOT_ACCEPTED,
                            FIRST_REVIEW,
                            UNDER_REVIEW,
                            AWAITING_DECISION,
                            SUSPENDED,
                            TERMINATED,
                            REFUSED,
                            WITHDRAWN -> false;
                };
        Commitment commitment = commitments.of(before.key()).orElse(null);
        if (!granted || commitment == null || commitment.result() != null) {
            throw new ProblemException(
                    ApplicationProblem.STEP_NOT_ALLOWED, before.status().label());
        }
        Instant now = desk.now();
        commitments.checked(before.key(), result, finding, actor.subject(), now);
        Application after = desk.write(before, Change.of(before, before.status(), before.mover()), 1, now);
        desk.journal()
                .announce(
                        after,
                        desk.guide(after).version(),
                        actor,
                        "commitment-checked",
                        result.name(),
                        Map.of("result", result),
                        now);
        desk.journal().audit(actor, "check-commitment", after, result.name());
        return after;
    }
}
