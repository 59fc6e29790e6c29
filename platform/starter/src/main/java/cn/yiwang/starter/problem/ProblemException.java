package cn.yiwang.starter.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends the request with a problem of the given type; the advice turns it into the answer. */
public class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final Object[] detailArguments;
    private final List<FieldProblem> errors = new ArrayList<>();
    private @Nullable Duration retryAfter;

    /**
     * Creates the problem.
     *
     * @param detailArguments what the placeholders of the text {@code <slug>.detail} stand for; never personal data of
     *     anybody but the caller
     */
    public ProblemException(ProblemType type, Object... detailArguments) {
        this(type, null, detailArguments);
    }

    /** Creates the problem with the failure behind it, which only the log sees. */
    protected ProblemException(ProblemType type, @Nullable Throwable cause, Object[] detailArguments) {
        super(type.slug(), cause);
        this.type = type;
        this.detailArguments = detailArguments.clone();
    }

    /**
     * Adds one place of the request that is to blame.
     *
     * @param jsonPointer the place in the body, for example {@code /contact/phone}; for a parameter its name
     * @param messageKey the key of the text, which is also the machine-readable {@code code}
     */
    public ProblemException at(String jsonPointer, String messageKey, Object... args) {
        errors.add(FieldProblem.of(jsonPointer, messageKey, args));
        return this;
    }

    /** Says in {@code Retry-After} when the same call has a chance; parts of a second count as a whole one. */
    public ProblemException retryAfter(Duration wait) {
        this.retryAfter = wait;
        return this;
    }

    public ProblemType type() {
        return type;
    }

    /** When the same call has a chance, null when nobody knows. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    Object[] detailArguments() {
        return detailArguments.clone();
    }

    List<FieldProblem> errors() {
        return List.copyOf(errors);
    }
}
