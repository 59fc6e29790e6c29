package cn.yiwang.catalog.situation;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.SituationQuestion;
import cn.yiwang.catalog.situation.PartOfGuide.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts a guide down to what applies to one case. */
public final class EffectiveGuide {

    private EffectiveGuide() {}

    /** What the answers lead to. */
    public sealed interface Outcome {

        /** The guide with the parts that apply, its questions left as they are. */
        record Effective(Guide guide) implements Outcome {}

        /** Answers that lead nowhere; all flaws are of one kind of refusal. */
        record Refused(List<Flaw> flaws) implements Outcome {

            public Refused {
                flaws = List.copyOf(flaws);
            }
        }
    }

    /**
     * Applies answers to a guide.
     *
     * @param given the ids of the answers by the ids of the questions
     */
    public static Outcome of(Guide guide, Map<String, List<String>> given) {
        var answers = new Answers(guide, given);
        var flaws = answers.flaws();
        if (!flaws.isEmpty()) {
            return new Outcome.Refused(flaws);
        }
        Set<PartOfGuide> conditional = new HashSet<>();
        guide.situations().stream()
                .map(SituationQuestion::answers)
                .flatMap(List::stream)
                .forEach(answer -> conditional.addAll(PartOfGuide.of(answer.includes())));
        answers.chosen().forEach(answer -> {
            conditional.removeAll(PartOfGuide.of(answer.includes()));
        });
        Set<PartOfGuide> absent = new HashSet<>(conditional);
        answers.chosen().forEach(answer -> absent.addAll(PartOfGuide.of(answer.excludes())));
        return new Outcome.Effective(without(guide, absent));
    }

    private static Guide without(Guide guide, Set<PartOfGuide> absent) {
        return guide.selecting(
                guide.conditions().stream()
                        .filter(condition ->
                                !absent.contains(new PartOfGuide(Kind.CONDITION, String.valueOf(condition.order()))))
                        .toList(),
                guide.materials().stream()
                        .filter(material -> !absent.contains(new PartOfGuide(Kind.MATERIAL, material.code())))
                        .toList(),
                guide.fees().stream()
                        .filter(fee -> !absent.contains(new PartOfGuide(Kind.FEE, fee.name())))
                        .toList(),
                guide.links().stream()
                        .filter(link -> !absent.contains(new PartOfGuide(Kind.LINK, link.name())))
                        .toList());
    }
}
