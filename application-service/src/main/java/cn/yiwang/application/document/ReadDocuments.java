package cn.yiwang.application.document;

import cn.yiwang.application.document.DocumentKind.Reader;
import cn.yiwang.application.handling.CaseFile;
import cn.yiwang.application.handling.CaseFiles;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.SubjectType;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Shows documents: the competent body all of an application, the applicant those that are for the applicant, a department that was asked
 * its own.
 */
@Component
public class ReadDocuments {

    private final CaseFiles files;
    private final IssueDocuments issue;
    private final DocumentFiles finished;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    ReadDocuments(
            CaseFiles files,
            IssueDocuments issue,
            DocumentFiles finished,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.files = files;
        this.issue = issue;
        this.finished = finished;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** All that the actor sees, oldest first; a draft has none. */
    public List<Document> list(Actor actor, UUID id) {
        CaseFile file = files.of(actor, id);
        if (file.application().status() == Status.DRAFT) {
            return List.of();
        }
        return issue.complete(file).stream()
                .filter(document -> isSeen(actor, file, document))
                .toList();
    }

    /** One document; 404 when it is not there for this actor. */
    public Document read(Actor actor, UUID id, UUID documentId) {
        return list(actor, id).stream()
                .filter(document -> document.id().equals(documentId))
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    /** A document and its finished file; that an official read it goes on record. */
    public Read content(Actor actor, UUID id, UUID documentId) throws IOException {
        Document document = read(actor, id, documentId);
        Document.File file = finished.finished(document);
        if (actor.type() == SubjectType.STAFF) {
            transactions.executeWithoutResult(transaction -> record(actor, id, document));
        }
        return new Read(document, finished.open(file), file.size());
    }

    private void record(Actor actor, UUID id, Document document) {
        audit.record(
                actor,
                new AuditEntry(
                        "read-document",
                        "application",
                        id.toString(),
                        null,
                        Map.of(
                                "document",
                                document.id().toString(),
                                "kind",
                                document.kind().code())));
    }

    /** What is answered; whoever asked closes the content. */
    public record Read(Document document, InputStream content, long size) {}

    static boolean isSeen(Actor actor, CaseFile file, Document document) {
        if (actor.type() != SubjectType.STAFF) {
            return document.kind().reader() == Reader.APPLICANT;
        }
        return CaseFiles.isSeenWhole(actor, file.application())
                || document.body().equals(actor.department());
    }
}
