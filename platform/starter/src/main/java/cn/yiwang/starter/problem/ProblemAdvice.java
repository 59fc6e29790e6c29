package cn.yiwang.starter.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** The one place where an exception becomes an answer. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemRenderer renderer;

    ProblemAdvice(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @ExceptionHandler(Exception.class)
    @Nullable ResponseEntity<ProblemBody> answer(
            Exception failure, HttpServletRequest request, HttpServletResponse response, Locale wished) {
        if (failure instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            log.debug("The caller is gone, or has half an answer already", failure);
            return null;
        }
        Problem problem = ProblemMapping.describe(failure);
        tell(problem, failure);
        return ResponseEntity.status(problem.type().status())
                .headers(problem.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(renderer.render(problem, request.getRequestURI(), wished));
    }

    private static void tell(Problem problem, Exception failure) {
        if (problem.type() == CommonProblem.UNEXPECTED) {
            log.error("Unexpected failure", failure);
        } else if (problem.type().status().is5xxServerError()) {
            log.warn("{}: {}", problem.type().slug(), failure.toString());
        } else {
            log.debug("{}: {}", problem.type().slug(), failure.getMessage());
        }
    }
}
