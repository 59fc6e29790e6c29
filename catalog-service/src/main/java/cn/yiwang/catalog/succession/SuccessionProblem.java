package cn.yiwang.catalog.succession;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a call about successions. */
enum SuccessionProblem implements ProblemType {
    SUCCESSION_NOT_POSSIBLE("succession-not-possible", HttpStatus.UNPROCESSABLE_CONTENT),
    SUCCESSION_NOT_FOUND("succession-not-found", HttpStatus.NOT_FOUND),
    SUCCESSION_BY_THE_PROVINCE("succession-by-the-province", HttpStatus.FORBIDDEN);

    private final String slug;
    private final HttpStatus status;

    SuccessionProblem(String slug, HttpStatus status) {
        this.slug = slug;
        this.status = status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
