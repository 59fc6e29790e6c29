package cn.yiwang.catalog.baseitem;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a call about base items, their standards and their implementations. */
enum StandardProblem implements ProblemType {
    BASE_ITEM_NOT_FOUND("base-item-not-found", HttpStatus.NOT_FOUND),
    BASE_ITEM_EXISTS("base-item-exists", HttpStatus.CONFLICT),
    STANDARD_NOT_FOUND("standard-not-found", HttpStatus.NOT_FOUND),
    STANDARD_DRAFT_EXISTS("standard-draft-exists", HttpStatus.CONFLICT),
    STANDARD_NEEDS_ANOTHER_PUBLISHER("standard-needs-another-publisher", HttpStatus.FORBIDDEN),
    IMPLEMENTATION_NOT_FOUND("implementation-not-found", HttpStatus.NOT_FOUND),
    IMPLEMENTATION_EXISTS("implementation-exists", HttpStatus.CONFLICT),
    BUSINESS_ITEM_EXISTS("business-item-exists", HttpStatus.CONFLICT),
    CODE_HAS_ENDED("code-has-ended", HttpStatus.CONFLICT),
    PROVINCE_ONLY("province-only", HttpStatus.FORBIDDEN);

    private final String slug;
    private final HttpStatus status;

    StandardProblem(String slug, HttpStatus status) {
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
