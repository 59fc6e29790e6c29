package cn.yiwang.application.mandate;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a mandate or a step under one. */
public enum MandateProblem implements ProblemType {
    MANDATE_NOT_VALID("mandate-not-valid", HttpStatus.FORBIDDEN),
    MANDATE_DOES_NOT_COVER("mandate-does-not-cover", HttpStatus.FORBIDDEN),
    MANDATE_INCONSISTENT("mandate-inconsistent", HttpStatus.UNPROCESSABLE_CONTENT),
    MANDATE_STEP_NOT_ALLOWED("mandate-step-not-allowed", HttpStatus.CONFLICT);

    private final String slug;
    private final HttpStatus status;

    MandateProblem(String slug, HttpStatus status) {
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
