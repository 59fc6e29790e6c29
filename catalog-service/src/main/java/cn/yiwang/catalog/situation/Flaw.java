package cn.yiwang.catalog.situation;

/** What keeps answers from telling what applies. */
public sealed interface Flaw {

    /** The question at which it shows. */
    String question();

    record UnknownQuestion(String question) implements Flaw {}

    record UnknownAnswer(String question, String answer) implements Flaw {}

    record NotAsked(String question) implements Flaw {}

    record OneAnswerOnly(String question) implements Flaw {}

    record GoesWithNoOther(String question, String answer) implements Flaw {}

    record IncludedAndExcluded(String question, String part) implements Flaw {}

    record Open(String question, String text) implements Flaw {}
}
