package cn.yiwang.application.clock;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.deadline.ClockReading;
import cn.yiwang.application.deadline.PauseCause;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Stops the decision's clock for a procedure that the pinned guide names with its basis, from the day on which the applicant is told
 * in writing how long it will last (Administrative Licensing Law Art. 45).
 */
@Component
class StartSpecialProcedure {

    private final Desk desk;
    private final KeptClocks clocks;
    private final Pauses pauses;

    StartSpecialProcedure(Desk desk, KeptClocks clocks, Pauses pauses) {
        this.desk = desk;
        this.clocks = clocks;
        this.pauses = pauses;
    }

    /** Stores it; runs in the caller's transaction. */
    Application start(Actor actor, UUID id, long seen, Kind kind, LocalDate announcedUntil, String reason) {
        Application before = desk.openAsCompetent(actor, id, seen);
        if (before.status().limit() != Limit.DECISION) {
            throw new ProblemException(
                    ApplicationProblem.STEP_NOT_ALLOWED, before.status().label());
        }
        Guide guide = desk.guide(before);
        Instant now = desk.now();
        LocalDate today = Desk.day(now);
        Guide.SpecialProcedure named = guide.specialProcedure(kind.name())
                .orElseThrow(() -> new ProblemException(ApplicationProblem.PROCEDURE_OUTSIDE_GUIDE, kind.label()));
        SpecialProcedure procedure = new SpecialProcedure(
                Ids.next(),
                excluded(kind, named, guide, clocks.day0(before)),
                named.name(),
                named.basis(),
                today,
                announcedUntil,
                reason,
                null,
                null);
        if (announcedUntil.isBefore(today)) {
            throw new ProblemException(ApplicationProblem.PROCEDURE_ENDS_BEFORE_IT_BEGINS).at("/until", "date.past");
        }
        if (pauses.of(before.key()).stream().anyMatch(other -> other.isOpen() && other.kind() == procedure.kind())) {
            throw new ProblemException(ApplicationProblem.PROCEDURE_RUNNING, kind.label());
        }
        pauses.start(before.key(), procedure, actor.subject());
        ClockReading reading = clocks.decision(before, guide);
        Application after = desk.write(before, clocks.change(before, reading), 0, now);
        clocks.moveTasks(after, guide, reading);
        desk.journal()
                .write(
                        after,
                        desk.journal()
                                .line(
                                        "special-procedure-started",
                                        after,
                                        actor,
                                        procedure.kind().name(),
                                        now));
        desk.journal().audit(actor, "start-special-procedure", after, named.basis());
        return after;
    }

    private PauseCause excluded(Kind kind, Guide.SpecialProcedure named, Guide guide, LocalDate day0) {
        PauseCause cause = kind.cause();
        boolean lawful = cause != null
                && switch (cause.ground()) {
                    case LAW -> true;
                    case SECTOR_RULE ->
                        desk.dueDates().rectificationBasis(guide, day0).isPresent();
                    case STEP -> false;
                };
        if (cause == null || !lawful || !named.excluded()) {
            throw new ProblemException(ApplicationProblem.PROCEDURE_WITHIN_LIMIT, kind.label());
        }
        return cause;
    }
}
