package cn.yiwang.application.document;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a document, its delivery or the publication of a decision. */
public enum DocumentProblem implements ProblemType {
    DOCUMENT_MADE_BY_STEP("document-made-by-step", HttpStatus.CONFLICT),
    DOCUMENT_NOT_NOW("document-not-now", HttpStatus.CONFLICT),
    DOCUMENT_CONTENTS_INVALID("document-contents-invalid", HttpStatus.UNPROCESSABLE_CONTENT),
    HEARING_BY_REVIEWER("hearing-by-reviewer", HttpStatus.CONFLICT),
    DOCUMENT_NOT_DELIVERABLE("document-not-deliverable", HttpStatus.CONFLICT),
    DOCUMENT_NOT_FINISHED("document-not-finished", HttpStatus.CONFLICT),
    DOCUMENT_DELIVERED("document-delivered", HttpStatus.CONFLICT),
    DELIVERY_CONSENT_MISSING("delivery-consent-missing", HttpStatus.CONFLICT),
    RECEIPT_NOT_AWAITED("receipt-not-awaited", HttpStatus.CONFLICT),
    PUBLICATION_WITHDRAWN("publication-withdrawn", HttpStatus.CONFLICT),
    TOO_MANY_DOCUMENTS("too-many-documents", HttpStatus.CONFLICT);

    private final String slug;
    private final HttpStatus status;

    DocumentProblem(String slug, HttpStatus status) {
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
