package cn.yiwang.catalog.situation;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.SituationQuestion;
import cn.yiwang.catalog.guide.SituationQuestion.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers to the questions of a guide, held against the questions. */
final class Answers {

    private final List<SituationQuestion> questions;
    private final Map<String, List<String>> given;

    Answers(Guide guide, Map<String, List<String>> given) {
        this.questions = guide.situations();
        this.given = given;
    }

    /** What is wrong with the answers, by the worst kind found: what doesn't exist, else what contradicts, else what is open. */
    List<Flaw> flaws() {
        var unknown = unknown();
        if (!unknown.isEmpty()) {
            return unknown;
        }
        var contradictory = contradictory();
        return contradictory.isEmpty() ? open() : contradictory;
    }

    /** The answers that were chosen, in the order of the questions. */
    List<Answer> chosen() {
        return questions.stream()
                .flatMap(question -> question.answers().stream()
                        .filter(answer -> to(question).contains(answer.id())))
                .toList();
    }

    private List<Flaw> unknown() {
        Map<String, Set<String>> known = new HashMap<>();
        questions.forEach(question -> known.put(
                question.id(), question.answers().stream().map(Answer::id).collect(Collectors.toSet())));
        var flaws = new ArrayList<Flaw>();
        given.forEach((question, answers) -> {
            var possible = known.get(question);
            if (possible == null) {
                flaws.add(new Flaw.UnknownQuestion(question));
            } else {
                answers.stream()
                        .filter(answer -> !possible.contains(answer))
                        .forEach(answer -> flaws.add(new Flaw.UnknownAnswer(question, answer)));
            }
        });
        return flaws;
    }

    private List<Flaw> contradictory() {
        var flaws = new ArrayList<Flaw>();
        for (var question : questions) {
            var answers = to(question);
            if (answers.isEmpty()) {
                continue;
            }
            if (!isAsked(question)) {
                flaws.add(new Flaw.NotAsked(question.id()));
            } else if (!question.multiple() && answers.size() > 1) {
                flaws.add(new Flaw.OneAnswerOnly(question.id()));
            } else if (answers.size() > 1) {
                question.answers().stream()
                        .filter(answer -> answer.alone() && answers.contains(answer.id()))
                        .forEach(answer -> flaws.add(new Flaw.GoesWithNoOther(question.id(), answer.id())));
            }
        }
        flaws.addAll(partsBothIncludedAndExcluded());
        return flaws;
    }

    private List<Flaw> partsBothIncludedAndExcluded() {
        var flaws = new LinkedHashMap<String, Flaw>();
        var included = new HashSet<PartOfGuide>();
        chosen().forEach(answer -> included.addAll(PartOfGuide.of(answer.includes())));
        for (var question : questions) {
            for (var answer : question.answers()) {
                if (to(question).contains(answer.id())) {
                    PartOfGuide.of(answer.excludes()).stream()
                            .filter(included::contains)
                            .forEach(part -> flaws.put(
                                    question.id() + part, new Flaw.IncludedAndExcluded(question.id(), part.name())));
                }
            }
        }
        return List.copyOf(flaws.values());
    }

    private List<Flaw> open() {
        return questions.stream()
                .filter(question -> isAsked(question) && to(question).isEmpty())
                .<Flaw>map(question -> new Flaw.Open(question.id(), question.text()))
                .toList();
    }

    /** A question arises when it depends on nothing, or one of the answers that it depends on was given to a question that arose. */
    private boolean isAsked(SituationQuestion question) {
        return question.askedIf().isEmpty()
                || question.askedIf().stream().anyMatch(condition -> questions.stream()
                        .takeWhile(earlier -> !earlier.equals(question))
                        .anyMatch(earlier -> earlier.id().equals(condition.question())
                                && to(earlier).contains(condition.answer())
                                && isAsked(earlier)));
    }

    private Set<String> to(SituationQuestion question) {
        return Set.copyOf(given.getOrDefault(question.id(), List.of()));
    }
}
