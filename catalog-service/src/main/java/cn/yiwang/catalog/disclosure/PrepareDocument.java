package cn.yiwang.catalog.disclosure;

import cn.yiwang.catalog.disclosure.DocumentEvent.DocumentRewritten;
import cn.yiwang.catalog.disclosure.DocumentEvent.ReviewRequested;
import cn.yiwang.catalog.disclosure.DocumentEvent.SecrecyReviewPassed;
import cn.yiwang.catalog.disclosure.DocumentEvent.SecrecyReviewRefused;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.problem.ProblemException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything before a document goes out: writing it, asking for its secrecy review, and that review. */
@Service
class PrepareDocument {

    private final Documents documents;
    private final KnownItems items;
    private final AuditTrail audit;

    PrepareDocument(Documents documents, KnownItems items, AuditTrail audit) {
        this.documents = documents;
        this.items = items;
        this.audit = audit;
    }

    @Transactional
    Document open(String body, DocumentContent content, String author) {
        demandConsistency(content);
        var document = documents.open(body, content, author);
        record("open-document", document, null, Map.of("contentHash", ContentJson.hash(content)));
        return document;
    }

    /** Stores another content. A review that passed before covers it no more. */
    @Transactional
    Document rewrite(UUID id, long seen, DocumentContent content, String author) {
        demandConsistency(content);
        var document = seen(id, seen);
        documents.rewrite(document, next(document, new DocumentRewritten()), content, author);
        record("rewrite-document", document, null, Map.of("contentHash", ContentJson.hash(content)));
        return again(document);
    }

    @Transactional
    Document requestReview(UUID id, long seen) {
        var document = seen(id, seen);
        documents.move(document, next(document, new ReviewRequested()), null);
        record("request-secrecy-review", document, null, Map.of());
        return again(document);
    }

    /** Records the outcome for exactly the content that the reviewer read: {@code seen} is the version of that reading. */
    @Transactional
    Document review(UUID id, long seen, boolean passed, String ground, String reviewer) {
        var document = seen(id, seen);
        var status = next(document, passed ? new SecrecyReviewPassed() : new SecrecyReviewRefused());
        demandSomebodyElse(document, reviewer);
        documents.review(document, status, passed, ground, reviewer);
        record(
                passed ? "pass-secrecy-review" : "refuse-secrecy-review",
                document,
                ground,
                Map.of("contentHash", ContentJson.hash(document.content())));
        return again(document);
    }

    /** The document, locked, as the caller saw it. */
    Document seen(UUID id, long seen) {
        var document = documents.lock(id).orElseThrow(() -> new ProblemException(DisclosureProblem.DOCUMENT_NOT_FOUND));
        if (document.rowVersion() != seen) {
            throw new StaleVersionException();
        }
        return document;
    }

    void demandSomebodyElse(Document document, String person) {
        if (documents.wasWrittenBy(document, person)) {
            throw new ProblemException(DisclosureProblem.AUTHOR_CANNOT_DECIDE);
        }
    }

    Document again(Document document) {
        return documents.lock(document.publicId()).orElseThrow();
    }

    static DocumentStatus next(Document document, DocumentEvent event) {
        return DocumentLifecycle.TABLE
                .next(document.status(), event)
                .orElseThrow(() -> new ProblemException(
                        DisclosureProblem.DOCUMENT_STEP_NOT_ALLOWED,
                        document.status().name()));
    }

    private void demandConsistency(DocumentContent content) {
        var objections = ContentRules.objectionsTo(content, items.among(content.items()));
        if (!objections.isEmpty()) {
            var problem = new ProblemException(DisclosureProblem.DOCUMENT_INCONSISTENT, objections.size());
            objections.forEach(objection -> problem.at(
                    objection.pointer(), objection.rule(), objection.arguments().toArray()));
            throw problem;
        }
    }

    private void record(String action, Document document, @Nullable String ground, Map<String, ?> details) {
        audit.record(new AuditEntry(
                action, "disclosure-document", document.publicId().toString(), ground, details));
    }
}
