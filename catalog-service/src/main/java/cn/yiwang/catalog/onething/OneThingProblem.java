package cn.yiwang.catalog.onething;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a call about packages of items. */
enum OneThingProblem implements ProblemType {
    ONE_THING_NOT_FOUND("one-thing-not-found", HttpStatus.NOT_FOUND),
    ONE_THING_DRAFT_NOT_FOUND("one-thing-draft-not-found", HttpStatus.NOT_FOUND),
    ONE_THING_DRAFT_EXISTS("one-thing-draft-exists", HttpStatus.CONFLICT),
    ONE_THING_OF_ANOTHER_BODY("one-thing-of-another-body", HttpStatus.FORBIDDEN),
    ONE_THING_NOT_PUBLISHABLE("one-thing-not-publishable", HttpStatus.UNPROCESSABLE_CONTENT),
    ONE_THING_PUBLISHER_IS_EDITOR("one-thing-publisher-is-editor", HttpStatus.FORBIDDEN);

    private final String slug;
    private final HttpStatus status;

    OneThingProblem(String slug, HttpStatus status) {
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
