package cn.yiwang.catalog.transfer;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a call about imports and exports. */
enum TransferProblem implements ProblemType {
    CATALOG_IMPORT_NOT_FOUND("catalog-import-not-found", HttpStatus.NOT_FOUND),
    CATALOG_IMPORT_NOT_APPLICABLE("catalog-import-not-applicable", HttpStatus.CONFLICT),
    CATALOG_CHANGED_SINCE_CHECK("catalog-changed-since-check", HttpStatus.CONFLICT),
    EXPORT_CELL_TOO_LONG("export-cell-too-long", HttpStatus.UNPROCESSABLE_CONTENT);

    private final String slug;
    private final HttpStatus status;

    TransferProblem(String slug, HttpStatus status) {
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
