package cn.yiwang.application.clock;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.deadline.ClockReading;
import cn.yiwang.application.deadline.Extension;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts a decision off, once, before its limit is over: the approver acts as the head of the body, or records the approval of the
 * government's head where several bodies handle it (Administrative Licensing Law Art. 42).
 */
@Component
class ExtendDecision {

    private final Desk desk;
    private final KeptClocks clocks;
    private final Extensions extensions;

    ExtendDecision(Desk desk, KeptClocks clocks, Extensions extensions) {
        this.desk = desk;
        this.clocks = clocks;
        this.extensions = extensions;
    }

    /**
     * Stores it; runs in the caller's transaction.
     *
     * @param approval the number of the government's approval, where it has to approve
     */
    Application extend(Actor actor, UUID id, long seen, String reason, @Nullable String approval) {
        Application before = desk.openAsCompetent(actor, id, seen);
        if (before.status().limit() != Limit.DECISION) {
            throw new ProblemException(
                    ApplicationProblem.STEP_NOT_ALLOWED, before.status().label());
        }
        if (extensions.of(before.key()).isPresent()) {
            throw new ProblemException(ApplicationProblem.EXTENDED_ALREADY);
        }
        Guide guide = desk.guide(before);
        Instant now = desk.now();
        LocalDate day0 = clocks.day0(before);
        ClockReading unextended = clocks.decision(before, guide);
        if (Desk.day(now).isAfter(unextended.due().statutoryOn())) {
            throw new ProblemException(
                    ApplicationProblem.EXTENSION_TOO_LATE, unextended.due().statutoryOn());
        }
        Extension extension = desk.dueDates().extension(guide, day0);
        if (extension.approver() == Extension.Approver.GOVERNMENT_HEAD && approval == null) {
            throw new ProblemException(ApplicationProblem.APPROVAL_REQUIRED).at("/approval", "approval.government");
        }
        extensions.add(before.key(), new Extensions.Approved(extension, day0, reason), approval, actor.subject(), now);
        ClockReading reading = clocks.decision(before, guide);
        Application after = desk.write(before, clocks.change(before, reading), 0, now);
        desk.journal().write(after, desk.journal().line("extended", after, actor, null, now));
        desk.journal().audit(actor, "extend-decision", after, extension.basis());
        return after;
    }
}
