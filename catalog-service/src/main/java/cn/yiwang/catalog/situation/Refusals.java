package cn.yiwang.catalog.situation;

import cn.yiwang.starter.problem.ProblemException;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a caller is told whose answers lead nowhere. */
public final class Refusals {

    private Refusals() {}

    /**
     * The refusal of answers.
     *
     * @param asked what the caller calls a question
     */
    public static ProblemException of(List<Flaw> flaws, UnaryOperator<String> asked) {
        var problem = new ProblemException(kind(flaws.getFirst()), flaws.size());
        flaws.forEach(flaw -> {
            var place = "/answers/" + asked.apply(flaw.question());
            switch (flaw) {
                case Flaw.UnknownQuestion unknown ->
                    problem.at(place, "situation.unknown-question", asked.apply(unknown.question()));
                case Flaw.UnknownAnswer unknown -> problem.at(place, "situation.unknown-answer", unknown.answer());
                case Flaw.NotAsked ignored -> problem.at(place, "situation.not-asked");
                case Flaw.OneAnswerOnly ignored -> problem.at(place, "situation.one-answer-only");
                case Flaw.GoesWithNoOther alone -> problem.at(place, "situation.goes-with-no-other", alone.answer());
                case Flaw.IncludedAndExcluded both -> problem.at(place, "situation.includes-and-excludes", both.part());
                case Flaw.Open open -> problem.at(place, "situation.open", open.text());
            }
        });
        return problem;
    }

    private static SituationProblem kind(Flaw flaw) {
        return switch (flaw) {
            case Flaw.UnknownQuestion ignored -> SituationProblem.SITUATION_ANSWERS_UNKNOWN;
            case Flaw.UnknownAnswer ignored -> SituationProblem.SITUATION_ANSWERS_UNKNOWN;
            case Flaw.NotAsked ignored -> SituationProblem.SITUATION_ANSWERS_CONTRADICTORY;
            case Flaw.OneAnswerOnly ignored -> SituationProblem.SITUATION_ANSWERS_CONTRADICTORY;
            case Flaw.GoesWithNoOther ignored -> SituationProblem.SITUATION_ANSWERS_CONTRADICTORY;
            case Flaw.IncludedAndExcluded ignored -> SituationProblem.SITUATION_ANSWERS_CONTRADICTORY;
            case Flaw.Open ignored -> SituationProblem.SITUATION_ANSWERS_INCOMPLETE;
        };
    }
}
