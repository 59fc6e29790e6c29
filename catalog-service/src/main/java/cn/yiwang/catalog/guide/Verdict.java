package cn.yiwang.catalog.guide;

import java.util.List;

/** What a rule says about a proposed version. */
public sealed interface Verdict {

    /** The rule has nothing against it. */
    record Allowed() implements Verdict {}

    /**
     * The rule forbids it.
     *
     * @param pointer the place to mend, a JSON pointer into the guide or the publication
     * @param arguments what the placeholders of the rule's text stand for
     */
    record RefusedBecause(PublishRule rule, String pointer, List<Object> arguments) implements Verdict {

        public RefusedBecause {
            arguments = List.copyOf(arguments);
        }
    }
}
