package cn.yiwang.application.acceptance;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.correction.CorrectionRules;
import cn.yiwang.application.correction.CorrectionRules.Refusal;
import cn.yiwang.starter.problem.ProblemException;
import java.util.List;

/** Turns what may not be asked into the problem that the official reads. */
final class Askings {

    private Askings() {}

    static void throwIfAny(List<? extends Refusal> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        ProblemException problem = new ProblemException(ApplicationProblem.REQUIREMENT_OUTSIDE_GUIDE);
        for (CorrectionRules.Refusal refusal : refusals) {
            String pointer = "/requirements/" + refusal.index() + "/code";
            switch (refusal) {
                case Refusal.OutsideGuide outside -> problem.at(pointer, "requirement.outside-guide", outside.code());
                case Refusal.Repeated repeated -> problem.at(pointer, "requirement.repeated", repeated.code());
                case Refusal.NotNamedBefore more -> problem.at(pointer, "requirement.not-named-before", more.code());
            }
        }
        throw problem;
    }
}
