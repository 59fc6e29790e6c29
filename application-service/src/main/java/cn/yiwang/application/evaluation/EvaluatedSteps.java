package cn.yiwang.application.evaluation;

import java.util.Set;

/**
 * Which steps invite an evaluation. Online services are evaluated once per matter (网上服务一事一评, 国办发〔2019〕51号): when the body's
 * answer has reached the applicant for good. What the applicant ended, or what is only on its way, invites none.
 */
final class EvaluatedSteps {

    private static final Set<String> ANSWERS = Set.of("delivered", "refused", "not-accepted");

    private EvaluatedSteps() {}

    /** Decides by the name that the step has in the history. */
    static boolean invites(String step) {
        return ANSWERS.contains(step);
    }
}
