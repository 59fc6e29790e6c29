package cn.yiwang.application.clock;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.deadline.ClockReading;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records the result of a special procedure: from the next day on the decision's clock runs again. */
@Component
class EndSpecialProcedure {

    private final Desk desk;
    private final KeptClocks clocks;
    private final Pauses pauses;

    EndSpecialProcedure(Desk desk, KeptClocks clocks, Pauses pauses) {
        this.desk = desk;
        this.clocks = clocks;
        this.pauses = pauses;
    }

    /** Stores it; runs in the caller's transaction. */
    Application end(Actor actor, UUID id, long seen, UUID procedureId, String result) {
        Application before = desk.openAsCompetent(actor, id, seen);
        SpecialProcedure procedure = pauses.of(before.key()).stream()
                .filter(candidate -> candidate.id().equals(procedureId))
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        if (!procedure.isOpen()) {
            throw new ProblemException(ApplicationProblem.PROCEDURE_OVER, procedure.name());
        }
        if (before.status().limit() != Limit.DECISION) {
            throw new ProblemException(
                    ApplicationProblem.STEP_NOT_ALLOWED, before.status().label());
        }
        Instant now = desk.now();
        pauses.end(before.key(), procedureId, Desk.day(now), result, actor.subject());
        Guide guide = desk.guide(before);
        ClockReading reading = clocks.decision(before, guide);
        Application after = desk.write(before, clocks.change(before, reading), 0, now);
        clocks.moveTasks(after, guide, reading);
        desk.journal()
                .write(
                        after,
                        desk.journal()
                                .line(
                                        "special-procedure-ended",
                                        after,
                                        actor,
                                        procedure.kind().name(),
                                        now));
        desk.journal().audit(actor, "end-special-procedure", after, procedure.basis());
        return after;
    }
}
