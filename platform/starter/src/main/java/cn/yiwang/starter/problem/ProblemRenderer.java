package cn.yiwang.starter.problem;

import java.util.List;
import java.util.Locale;
import org.slf4j.MDC;

/** Puts a problem into words. */
final class ProblemRenderer {

    private final ProblemTexts texts;

    ProblemRenderer(ProblemTexts texts) {
        this.texts = texts;
    }

    ProblemBody render(Problem problem, String instance, Locale wished) {
        Locale language = ProblemTexts.language(wished);
        ProblemType type = problem.type();
        List<ProblemBody.Place> errors = problem.errors().stream()
                .map(error -> new ProblemBody.Place(error.pointer(), error.code(), text(error, language)))
                .toList();
        return new ProblemBody(
                "/problems/" + type.slug(),
                texts.title(type, language),
                type.status().value(),
                texts.detail(type, problem.arguments(), language),
                instance,
                MDC.get("traceId"),
                errors);
    }

    private String text(FieldProblem error, Locale language) {
        String text = error.text();
        return text != null ? text : texts.text(error.code(), error.arguments(), language);
    }
}
