package cn.yiwang.catalog.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place of a guide that breaks a rule.
 *
 * @param pointer the place to mend, a JSON pointer into the version: {@code /guide/…} or {@code /effectiveFrom}
 * @param arguments what the placeholders of the rule's text stand for
 * @param law the id of the law in the register that the finding is about
 */
public record Finding(
        PublishRule rule,
        String pointer,
        List<Object> arguments,
        @Nullable String law) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public Severity severity() {
        return rule.severity();
    }
}
