package cn.yiwang.starter.problem;

import org.springframework.http.HttpStatus;

/**
 * One kind of problem that a caller can meet. Each feature lists its kinds in one enum; the texts lie in the service's
 * bundle under {@code <slug>.title} and {@code <slug>.detail}, the page for developers in {@code docs/problems/<slug>.md}.
 */
public interface ProblemType {

    /** The last part of the problem's {@code type}, in kebab case. */
    String slug();

    HttpStatus status();
}
