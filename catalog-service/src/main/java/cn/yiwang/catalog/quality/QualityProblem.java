package cn.yiwang.catalog.quality;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a call for findings. */
enum QualityProblem implements ProblemType {
    FINDINGS_OF_ANOTHER_BODY("findings-of-another-body", HttpStatus.FORBIDDEN);

    private final String slug;
    private final HttpStatus status;

    QualityProblem(String slug, HttpStatus status) {
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
