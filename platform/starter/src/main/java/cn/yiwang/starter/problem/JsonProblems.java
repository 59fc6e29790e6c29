package cn.yiwang.starter.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Why a body could not be read: broken JSON has no place to point at, a value that does not fit has one. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem describe(@Nullable Throwable cause) {
        return switch (cause) {
            case InvalidDefinitionException _ -> Problem.of(CommonProblem.UNEXPECTED);
            case UnrecognizedPropertyException unknown -> at(unknown, "unknown-property");
            case ValueInstantiationException refused -> at(refused, "invalid-value");
            case DatabindException mismatch -> describeMismatch(mismatch);
            case InputCoercionException mismatch -> describeMismatch(mismatch);
            case JacksonException broken when tooLarge(broken) -> Problem.of(CommonProblem.CONTENT_TOO_LARGE);
            case ContentTooLargeException _ -> Problem.of(CommonProblem.CONTENT_TOO_LARGE);
            case null, default -> Problem.of(CommonProblem.MALFORMED_REQUEST);
        };
    }

    /** Without a path the whole body has the wrong form, or it ended before its time. */
    private static Problem describeMismatch(JacksonException mismatch) {
        return mismatch.getPath().isEmpty() ? Problem.of(CommonProblem.MALFORMED_REQUEST) : at(mismatch, "wrong-type");
    }

    private static boolean tooLarge(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ContentTooLargeException) {
                return true;
            }
        }
        return false;
    }

    private static Problem at(JacksonException failure, String code) {
        return Problem.of(CommonProblem.INVALID_REQUEST, FieldProblem.of(pointer(failure.getPath()), code));
    }

    /** RFC 6901: {@code ~} and {@code /} inside a name are escaped. */
    private static String pointer(List<JacksonException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : path) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? String.valueOf(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
