package cn.yiwang.starter.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place of the request that is to blame.
 *
 * @param text the text when it is already in the caller's language; otherwise it is looked up under the code
 */
record FieldProblem(
        String pointer,
        String code,
        List<Object> arguments,
        @Nullable String text) {

    static FieldProblem of(String pointer, String code, Object... arguments) {
        return new FieldProblem(pointer, code, List.of(arguments), null);
    }
}
