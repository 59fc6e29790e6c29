package cn.yiwang.catalog.rule;

import cn.yiwang.catalog.guide.Fee;
import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.Guide.Condition;
import cn.yiwang.catalog.guide.Material;
import cn.yiwang.catalog.guide.ProcessLink;
import cn.yiwang.catalog.guide.ProcessLink.Kind;
import cn.yiwang.catalog.guide.SituationQuestion;
import cn.yiwang.catalog.guide.SituationQuestion.Answer;
import cn.yiwang.catalog.guide.SituationQuestion.Parts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules about the questions of a guide: they name parts that it has, and can be asked one after the other. */
final class SituationRules {

    private SituationRules() {}

    static List<Objection> situationsFitTheGuide(ProposedVersion version) {
        var known = Known.of(version.guide());
        var objections = new ArrayList<Objection>();
        Map<String, Set<String>> answersBefore = new HashMap<>();
        var questions = version.guide().situations();
        for (int i = 0; i < questions.size(); i++) {
            var pointer = "/guide/situations/" + i;
            var question = questions.get(i);
            for (int j = 0; j < question.askedIf().size(); j++) {
                var given = question.askedIf().get(j);
                if (!answersBefore.getOrDefault(given.question(), Set.of()).contains(given.answer())) {
                    objections.add(Objection.at(pointer + "/askedIf/" + j, given.question() + "/" + given.answer()));
                }
            }
            judgeAnswers(question, pointer, known, objections);
            var ids = question.answers().stream().map(Answer::id).collect(Collectors.toSet());
            if (answersBefore.putIfAbsent(question.id(), ids) != null) {
                objections.add(Objection.at(pointer + "/id", question.id()));
            }
        }
        return objections;
    }

    private static void judgeAnswers(
            SituationQuestion question, String pointer, Known known, List<Objection> objections) {
        var ids = new HashSet<String>();
        for (int i = 0; i < question.answers().size(); i++) {
            var answer = question.answers().get(i);
            var place = pointer + "/answers/" + i;
            if (!ids.add(answer.id())) {
                objections.add(Objection.at(place + "/id", answer.id()));
            }
            judgeParts(answer.includes(), place + "/includes", known, objections);
            judgeParts(answer.excludes(), place + "/excludes", known, objections);
        }
    }

    private static void judgeParts(@Nullable Parts parts, String place, Known known, List<Objection> objections) {
        if (parts == null) {
            return;
        }
        missing(parts.materials(), known.materials(), place + "/materials/", objections);
        missing(parts.conditions(), known.conditions(), place + "/conditions/", objections);
        missing(parts.fees(), known.fees(), place + "/fees/", objections);
        missing(parts.links(), known.links(), place + "/links/", objections);
    }

    private static <T> void missing(List<T> named, Set<T> known, String place, List<Objection> objections) {
        for (int i = 0; i < named.size(); i++) {
            if (!known.contains(named.get(i))) {
                objections.add(Objection.at(place + i, named.get(i).toString()));
            }
        }
    }

    /** What can be named; a case without acceptance or decision is none, so only reviews and delivery depend on answers. */
    private record Known(Set<String> materials, Set<Integer> conditions, Set<String> fees, Set<String> links) {

        static Known of(Guide guide) {
            return new Known(
                    guide.materials().stream().map(Material::code).collect(Collectors.toSet()),
                    guide.conditions().stream().map(Condition::order).collect(Collectors.toSet()),
                    guide.fees().stream().map(Fee::name).collect(Collectors.toSet()),
                    guide.links().stream()
                            .filter(link -> link.kind() == Kind.REVIEW || link.kind() == Kind.DELIVERY)
                            .map(ProcessLink::name)
                            .collect(Collectors.toSet()));
        }
    }
}
