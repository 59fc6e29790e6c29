package cn.yiwang.complaint;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a work order or a step of its handling. */
public enum ComplaintProblem implements ProblemType {
    FILING_INCOMPLETE("filing-incomplete", HttpStatus.UNPROCESSABLE_CONTENT),
    UNKNOWN_DIVISION("unknown-division", HttpStatus.UNPROCESSABLE_CONTENT),
    UNKNOWN_BODY("unknown-body", HttpStatus.UNPROCESSABLE_CONTENT),
    WORK_ORDER_STEP_NOT_ALLOWED("work-order-step-not-allowed", HttpStatus.CONFLICT),
    CLOSING_NEEDS_GROUND("closing-needs-ground", HttpStatus.UNPROCESSABLE_CONTENT);

    private final String slug;
    private final HttpStatus status;

    ComplaintProblem(String slug, HttpStatus status) {
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
