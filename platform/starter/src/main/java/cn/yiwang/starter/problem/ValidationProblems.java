package cn.yiwang.starter.problem;

import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Which fields and parameters broke which constraint. */
final class ValidationProblems {

    private ValidationProblems() {}

    static Problem describe(Errors failure) {
        List<FieldProblem> errors = new ArrayList<>();
        failure.getAllErrors().forEach(error -> errors.add(fieldProblem(error)));
        return Problem.of(CommonProblem.INVALID_REQUEST, errors);
    }

    static Problem describe(HandlerMethodValidationException failure) {
        List<FieldProblem> errors = new ArrayList<>();
        for (ParameterValidationResult result : failure.getParameterValidationResults()) {
            if (result instanceof ParameterErrors bean) {
                bean.getAllErrors().forEach(error -> errors.add(fieldProblem(error)));
            } else {
                result.getResolvableErrors().forEach(error -> errors.add(parameterProblem(result, error)));
            }
        }
        return Problem.of(CommonProblem.INVALID_REQUEST, errors);
    }

    private static FieldProblem fieldProblem(ObjectError error) {
        String pointer = error instanceof FieldError field ? pointer(field.getField()) : "";
        ConstraintViolation<?> violation =
                error.contains(ConstraintViolation.class) ? error.unwrap(ConstraintViolation.class) : null;
        return new FieldProblem(pointer, code(violation, error.getCode()), List.of(), error.getDefaultMessage());
    }

    private static FieldProblem parameterProblem(ParameterValidationResult result, MessageSourceResolvable error) {
        ConstraintViolation<?> violation = result.unwrap(error, ConstraintViolation.class);
        String name = result.getMethodParameter().hasParameterAnnotation(RequestBody.class)
                ? ""
                : result.getMethodParameter().getParameterName();
        String pointer = name == null ? "" : name;
        if (result.getContainerIndex() != null) {
            pointer = pointer + "/" + result.getContainerIndex();
        }
        return new FieldProblem(pointer, code(violation, null), List.of(), error.getDefaultMessage());
    }

    /** Turns {@code contact.phones[0].number} into {@code /contact/phones/0/number}. */
    static String pointer(String path) {
        StringBuilder pointer = new StringBuilder("/");
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '.' || c == '[') {
                pointer.append('/');
            } else if (c != ']') {
                pointer.append(c);
            }
        }
        return pointer.toString();
    }

    /** A constraint of ours names its code in its message key; otherwise the annotation's name is the code. */
    private static String code(@Nullable ConstraintViolation<?> violation, @Nullable String springCode) {
        if (violation == null) {
            return springCode == null
                    ? "invalid-value"
                    : springCode.equals("typeMismatch") ? "wrong-type" : kebab(springCode);
        }
        String template = violation.getMessageTemplate();
        if (template.startsWith("{") && !template.startsWith("{jakarta.") && !template.startsWith("{org.")) {
            return template.substring(1, template.length() - 1);
        }
        return kebab(violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName());
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
