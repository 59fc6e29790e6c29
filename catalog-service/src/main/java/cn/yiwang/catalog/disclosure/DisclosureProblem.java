package cn.yiwang.catalog.disclosure;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a call about disclosed documents. */
enum DisclosureProblem implements ProblemType {
    ITEM_NOT_FOUND("item-not-found", HttpStatus.NOT_FOUND),
    DOCUMENT_NOT_FOUND("document-not-found", HttpStatus.NOT_FOUND),
    DOCUMENT_OF_ANOTHER_BODY("document-of-another-body", HttpStatus.FORBIDDEN),
    DOCUMENT_INCONSISTENT("document-inconsistent", HttpStatus.UNPROCESSABLE_CONTENT),
    DOCUMENT_STEP_NOT_ALLOWED("document-step-not-allowed", HttpStatus.CONFLICT),
    AUTHOR_CANNOT_DECIDE("author-cannot-decide", HttpStatus.FORBIDDEN),
    SECRECY_REVIEW_MISSING("secrecy-review-missing", HttpStatus.CONFLICT);

    private final String slug;
    private final HttpStatus status;

    DisclosureProblem(String slug, HttpStatus status) {
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
