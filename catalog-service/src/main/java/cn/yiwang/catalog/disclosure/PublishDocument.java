package cn.yiwang.catalog.disclosure;

import cn.yiwang.catalog.disclosure.DocumentEvent.DocumentArchived;
import cn.yiwang.catalog.disclosure.DocumentEvent.DocumentExpired;
import cn.yiwang.catalog.disclosure.DocumentEvent.DocumentPublished;
import cn.yiwang.catalog.disclosure.DocumentEvent.DocumentWithdrawn;
import cn.yiwang.catalog.disclosure.DocumentEvent.News;
import cn.yiwang.catalog.item.CatalogTopic;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.messaging.EventDraft;
import cn.yiwang.starter.messaging.Outbox;
import cn.yiwang.starter.problem.ProblemException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a document out, and takes it back or out of sight when its time is over. */
@Service
class PublishDocument {

    private final PrepareDocument preparation;
    private final Documents documents;
    private final WordsOfDocuments words;
    private final Outbox outbox;
    private final AuditTrail audit;

    PublishDocument(
            PrepareDocument preparation, Documents documents, WordsOfDocuments words, Outbox outbox, AuditTrail audit) {
        this.preparation = preparation;
        this.documents = documents;
        this.words = words;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** From when to when a document applies, and when it goes into the archive. */
    record Validity(
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate archiveOn) {}

    @Transactional
    Document publish(UUID id, long seen, Validity validity, String publisher) {
        var document = preparation.seen(id, seen);
        var news = new DocumentPublished(
                id.toString(),
                document.content().kind().name(),
                document.body().code(),
                document.content().items(),
                validity.from(),
                validity.to());
        var status = PrepareDocument.next(document, news);
        preparation.demandSomebodyElse(document, publisher);
        if (!document.isCleared()) {
            throw new ProblemException(DisclosureProblem.SECRECY_REVIEW_MISSING);
        }
        documents.publish(document, status, validity.from(), validity.to(), validity.archiveOn(), publisher);
        words.keep(document);
        send(document, news);
        audit.record(new AuditEntry(
                "publish-document",
                "disclosure-document",
                id.toString(),
                null,
                Map.of(
                        "contentHash",
                        ContentJson.hash(document.content()),
                        "effectiveFrom",
                        validity.from().toString())));
        return preparation.again(document);
    }

    @Transactional
    Document withdraw(UUID id, long seen, String reason) {
        var document = preparation.seen(id, seen);
        var news = new DocumentWithdrawn(
                id.toString(), document.content().kind().name(), document.body().code());
        documents.move(document, PrepareDocument.next(document, news), reason);
        words.forget(document);
        send(document, news);
        audit.record(new AuditEntry("withdraw-document", "disclosure-document", id.toString(), reason, Map.of()));
        return preparation.again(document);
    }

    /** Ends the validity of one document whose last day is over; nothing happens when somebody else was faster. */
    @Transactional
    void expire(long id, LocalDate today) {
        documents
                .lockFree(id)
                .filter(document -> document.status() == DocumentStatus.PUBLISHED)
                .filter(document ->
                        document.effectiveTo() != null && document.effectiveTo().isBefore(today))
                .ifPresent(document -> retire(document, new DocumentExpired(), "expire-document"));
    }

    /** Archives one expired document whose day has come; nothing happens when somebody else was faster. */
    @Transactional
    void archive(long id, LocalDate today) {
        documents
                .lockFree(id)
                .filter(document -> document.status() == DocumentStatus.EXPIRED)
                .filter(document ->
                        document.archiveOn() != null && !document.archiveOn().isAfter(today))
                .ifPresent(document -> {
                    retire(document, new DocumentArchived(), "archive-document");
                    words.forget(document);
                });
    }

    private void retire(Document document, DocumentEvent event, String action) {
        documents.move(document, PrepareDocument.next(document, event), document.ground());
        audit.record(new AuditEntry(
                action, "disclosure-document", document.publicId().toString(), null, Map.of()));
    }

    private void send(Document document, News news) {
        outbox.send(new EventDraft(
                CatalogTopic.NAME, news.type(), document.publicId().toString(), documents.nextEvent(document), news));
    }
}
