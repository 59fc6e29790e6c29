package cn.yiwang.catalog.directory;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a call about the lists. */
enum DirectoryProblem implements ProblemType {
    NEGATIVE_LIST_ENTRY_NOT_FOUND("negative-list-entry-not-found", HttpStatus.NOT_FOUND),
    NEGATIVE_LIST_ENTRY_ENDED("negative-list-entry-ended", HttpStatus.CONFLICT),
    NEGATIVE_LIST_ENTRY_EXISTS("negative-list-entry-exists", HttpStatus.CONFLICT),
    NEGATIVE_LIST_BY_THE_PROVINCE("negative-list-by-the-province", HttpStatus.FORBIDDEN);

    private final String slug;
    private final HttpStatus status;

    DirectoryProblem(String slug, HttpStatus status) {
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
