package cn.yiwang.catalog.onething.form;

import cn.yiwang.catalog.guide.SituationQuestion;
import cn.yiwang.catalog.guide.SituationQuestion.Answer;
import cn.yiwang.catalog.guide.SituationQuestion.GivenAnswer;
import cn.yiwang.catalog.onething.form.Names.Renaming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The questions of all items of a package, each asked once however many items ask it. */
final class MergedQuestions {

    private static final int LONGEST_ID = 40;

    private final Names names = new Names("-", LONGEST_ID);
    private final Map<String, SituationQuestion> questions = new LinkedHashMap<>();
    private final Map<String, List<String>> askedFor = new HashMap<>();
    private final Map<String, Map<String, String>> ofItems = new LinkedHashMap<>();

    MergedQuestions(List<PartOfPackage> parts) {
        parts.forEach(this::add);
    }

    private void add(PartOfPackage part) {
        var renaming = new Renaming();
        var own = new LinkedHashMap<String, String>();
        for (var question : part.guide().situations()) {
            var plain = plain(question, renaming);
            var name = names.of(question.id(), plain);
            renaming.put(question.id(), name);
            own.put(name, question.id());
            questions.putIfAbsent(name, called(name, plain));
            askedFor.computeIfAbsent(name, first -> new ArrayList<>()).add(part.itemCode());
        }
        ofItems.put(part.itemCode(), own);
    }

    /** The question without what its answers mean to the one item; what it depends on by its common names. */
    private static SituationQuestion plain(SituationQuestion question, Renaming renaming) {
        return new SituationQuestion(
                question.id(),
                question.text(),
                question.hint(),
                question.multiple(),
                question.askedIf().stream()
                        .map(given -> new GivenAnswer(renaming.of(given.question()), given.answer()))
                        .toList(),
                question.answers().stream()
                        .map(answer -> new Answer(answer.id(), answer.label(), answer.alone(), null, null))
                        .toList());
    }

    private static SituationQuestion called(String name, SituationQuestion plain) {
        return new SituationQuestion(
                name, plain.text(), plain.hint(), plain.multiple(), plain.askedIf(), plain.answers());
    }

    List<SituationQuestion> all() {
        return List.copyOf(questions.values());
    }

    /** The items that ask a question. */
    List<String> itemsAsking(String name) {
        return askedFor.getOrDefault(name, List.of());
    }

    /** The own ids of an item's questions by their common ones. */
    Map<String, String> of(String itemCode) {
        return ofItems.getOrDefault(itemCode, Map.of());
    }
}
