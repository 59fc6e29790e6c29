package cn.yiwang.catalog.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place that breaks a rule, the numbers or names that show it, and the law it is about if there is one. */
record Objection(
        String pointer, List<Object> arguments, @Nullable String law) {

    static Objection at(String pointer, Object... arguments) {
        return new Objection(pointer, List.of(arguments), null);
    }

    Objection about(String id) {
        return new Objection(pointer, arguments, id);
    }
}
