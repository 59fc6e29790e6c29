package cn.yiwang.application.handling;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.handling.SubmissionRules.Refusal;
import cn.yiwang.starter.problem.ProblemException;
import java.util.List;

/** Turns the first refusal of a rule into the problem that the caller reads. */
final class Refusals {

    private Refusals() {}

    static void throwFirst(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw problem(refusals.getFirst());
        }
    }

    private static ProblemException problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotForAudience _ -> new ProblemException(ApplicationProblem.AUDIENCE_NOT_SERVED);
            case Refusal.AssuranceTooLow low ->
                new ProblemException(ApplicationProblem.ASSURANCE_TOO_LOW, low.required(), low.given());
            case Refusal.GuideSuperseded old -> new ProblemException(ApplicationProblem.GUIDE_SUPERSEDED, old.pinned());
            case Refusal.LicenceMissing _ ->
                new ProblemException(ApplicationProblem.LICENCE_REQUIRED).at("/licence", "required");
            case Refusal.MaterialsMissing missing -> missing(missing);
        };
    }

    private static ProblemException missing(Refusal.MaterialsMissing missing) {
        ProblemException problem = new ProblemException(ApplicationProblem.MATERIALS_MISSING);
        missing.materials()
                .forEach(material -> problem.at(
                        "/materials/" + material.code(), "material.required", material.name(), material.code()));
        return problem;
    }
}
