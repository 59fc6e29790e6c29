package cn.yiwang.catalog.item;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a call to the catalog. */
enum CatalogProblem implements ProblemType {
    ITEM_NOT_FOUND("item-not-found", HttpStatus.NOT_FOUND),
    ITEM_VERSION_NOT_FOUND("item-version-not-found", HttpStatus.NOT_FOUND),
    DRAFT_NOT_FOUND("draft-not-found", HttpStatus.NOT_FOUND),
    DRAFT_EXISTS("draft-exists", HttpStatus.CONFLICT),
    DRAFT_IN_REVIEW("draft-in-review", HttpStatus.CONFLICT),
    DRAFT_NOT_IN_REVIEW("draft-not-in-review", HttpStatus.CONFLICT),
    ITEM_STATUS_FORBIDS("item-status-forbids", HttpStatus.CONFLICT),
    /** Not found, like everything that cannot be applied for: the same status as for an item that never was. */
    ITEM_SUSPENDED("item-suspended", HttpStatus.NOT_FOUND),
    ITEM_WITHDRAWN("item-withdrawn", HttpStatus.NOT_FOUND),
    ITEM_ABOLISHED("item-abolished", HttpStatus.NOT_FOUND),
    GUIDE_OF_ANOTHER_BODY("guide-of-another-body", HttpStatus.FORBIDDEN),
    PUBLISHER_IS_EDITOR("publisher-is-editor", HttpStatus.FORBIDDEN),
    GUIDE_NOT_PUBLISHABLE("guide-not-publishable", HttpStatus.UNPROCESSABLE_CONTENT);

    private final String slug;
    private final HttpStatus status;

    CatalogProblem(String slug, HttpStatus status) {
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
