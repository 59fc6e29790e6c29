package cn.yiwang.application.acceptance;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.correction.Correction;
import cn.yiwang.application.correction.CorrectionRules;
import cn.yiwang.application.correction.Corrections;
import cn.yiwang.application.correction.Requirement;
import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Change;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.handling.ReviseContent;
import cn.yiwang.application.lifecycle.ApplicationEvent.CorrectionsHandedIn;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.mandate.MandateAction;
import cn.yiwang.application.material.Materials;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands the corrections in, complete; the limit for acceptance begins with the day of their receipt, and nothing can be asked again. */
@Component
public class HandInCorrections {

    private final Desk desk;
    private final Corrections corrections;
    private final Materials materials;
    private final ReviseContent content;

    HandInCorrections(Desk desk, Corrections corrections, Materials materials, ReviseContent content) {
        this.desk = desk;
        this.corrections = corrections;
        this.materials = materials;
        this.content = content;
    }

    /**
     * Stores it; runs in the caller's transaction.
     *
     * @param answers what the applicant says to requirements, by code; every condition of the notice needs one
     */
    public Application handIn(
            Actor actor, UUID id, long seen, Map<String, String> answers, ReviseContent.Revision revision) {
        Application before = desk.openAsApplicant(actor, MandateAction.CORRECT, id, seen);
        CorrectionsHandedIn event = new CorrectionsHandedIn();
        Status next = before.next(event);
        Correction correction = corrections.of(before.key()).orElseThrow();
        Instant now = desk.now();
        LocalDate today = Desk.day(now);
        if (today.isAfter(correction.dueOn())) {
            throw new ProblemException(
                    ApplicationProblem.CORRECTION_PERIOD_OVER,
                    correction.dueOn().toString());
        }
        requireAsked(correction, answers);
        requireComplete(before, correction, answers);

        corrections.handIn(before.key(), answers, now);
        Due due = desk.dueDates().of(Limit.ACCEPTANCE, desk.guide(before), today);
        Change change = content.revise(before, Change.waiting(before, next, next.mover(), due, today), revision);
        Application after = desk.write(before, change, 1, now);
        desk.journal().write(after, desk.journal().entry(event, before.status(), after, actor, null, now));
        desk.journal().publish(after, desk.guide(after).version(), event);
        desk.journal().audit(actor, "hand-in-corrections", after, null);
        return after;
    }

    private static void requireAsked(Correction correction, Map<String, String> answers) {
        answers.keySet().stream()
                .filter(code -> correction.requirement(code).isEmpty())
                .findFirst()
                .ifPresent(code -> {
                    throw new ProblemException(ApplicationProblem.MATERIAL_NOT_ASKED_FOR)
                            .at("/answers/" + code, "material.not-asked-for");
                });
    }

    private void requireComplete(Application before, Correction correction, Map<String, String> answers) {
        List<Requirement> missing = CorrectionRules.unanswered(
                correction, materials.codesSince(before.key(), correction.requestedAt()), answers.keySet());
        if (!missing.isEmpty()) {
            ProblemException problem = new ProblemException(ApplicationProblem.CORRECTION_INCOMPLETE);
            missing.forEach(requirement -> problem.at(
                    (requirement.isMaterial() ? "/materials/" : "/answers/") + requirement.code(),
                    "requirement.unanswered",
                    requirement.code()));
            throw problem;
        }
    }
}
