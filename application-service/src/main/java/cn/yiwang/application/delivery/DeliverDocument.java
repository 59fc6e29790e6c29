package cn.yiwang.application.delivery;

import cn.yiwang.application.delivery.Deliveries.NewDelivery;
import cn.yiwang.application.delivery.DeliveryMethod.Method;
import cn.yiwang.application.delivery.DeliveryRules.Days;
import cn.yiwang.application.document.ContentRules;
import cn.yiwang.application.document.ContentRules.Finding;
import cn.yiwang.application.document.Document;
import cn.yiwang.application.document.DocumentKind;
import cn.yiwang.application.document.DocumentProblem;
import cn.yiwang.application.document.ReadDocuments;
import cn.yiwang.application.document.Seal;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Occurrences;
import cn.yiwang.application.handling.Occurrences.Occurrence;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.standards.calendar.WorkingCalendar;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records that a document was delivered, and writes the receipt (送达回证) once the day is known. */
@Component
class DeliverDocument {

    private final Occurrences occurrences;
    private final ReadDocuments documents;
    private final Deliveries deliveries;
    private final DeliveryMethods methods;
    private final DeliveryReceipts receipts;
    private final ContentRules rules;
    private final Clock clock;

    DeliverDocument(
            Occurrences occurrences,
            ReadDocuments documents,
            Deliveries deliveries,
            DeliveryMethods methods,
            DeliveryReceipts receipts,
            WorkingCalendar calendar,
            Clock clock) {
        this.occurrences = occurrences;
        this.documents = documents;
        this.deliveries = deliveries;
        this.methods = methods;
        this.receipts = receipts;
        this.rules = new ContentRules(calendar);
        this.clock = clock;
    }

    /** What was recorded, and the application after it. */
    record Recorded(Delivery delivery, Application application) {}

    /** Stores it; runs in the caller's transaction. */
    Recorded deliver(Actor actor, UUID id, UUID documentId, long seen, Method way, Map<String, ?> contents) {
        Application before = occurrences.openAsCompetent(actor, id, seen);
        Document document = documents.read(actor, id, documentId);
        requireDeliverable(document);
        DeliveryMethod method = methods.of(way);
        LocalDate today = ChinaTime.today(clock);
        checkContents(method, contents, document, today);
        if (way == Method.ELECTRONIC && !mayBeElectronic(before, document)) {
            throw new ProblemException(DocumentProblem.DELIVERY_CONSENT_MISSING);
        }
        Days days = DeliveryRules.days(method, contents, today);
        UUID delivery = Ids.next();
        deliveries.add(new NewDelivery(
                delivery,
                before.key(),
                document.key(),
                way,
                contents,
                days.sentOn(),
                days.deliveredOn(),
                actor.subject(),
                clock.instant()));
        return finish(actor, before, document, delivery, method, contents, days.deliveredOn());
    }

    /** Records the receipt of a mail; runs in the caller's transaction. */
    Recorded receive(
            Actor actor, UUID id, UUID documentId, UUID deliveryId, long seen, String receiver, LocalDate receivedOn) {
        Application before = occurrences.openAsCompetent(actor, id, seen);
        Document document = documents.read(actor, id, documentId);
        Delivery delivery = deliveries
                .find(document.key(), deliveryId)
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        if (delivery.method() != Method.MAIL || delivery.deliveredOn() != null) {
            throw new ProblemException(DocumentProblem.RECEIPT_NOT_AWAITED);
        }
        requireDeliverable(document);
        Map<String, Object> contents = new LinkedHashMap<>(deliveries.contents(delivery));
        contents.put("receiver", receiver);
        contents.put("receivedOn", receivedOn.toString());
        DeliveryMethod method = methods.of(Method.MAIL);
        checkContents(method, contents, document, ChinaTime.today(clock));
        deliveries.receive(delivery, contents, receivedOn);
        return finish(actor, before, document, deliveryId, method, contents, receivedOn);
    }

    private Recorded finish(
            Actor actor,
            Application before,
            Document document,
            UUID delivery,
            DeliveryMethod method,
            Map<String, ?> contents,
            @Nullable LocalDate deliveredOn) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("documentId", document.id().toString());
        data.put("documentKind", document.kind().code());
        data.put("deliveryId", delivery.toString());
        data.put("method", method.method().name());
        if (deliveredOn != null) {
            data.put("deliveredOn", deliveredOn.toString());
            receipts.write(actor, before, document, method, contents, deliveredOn);
        }
        Application after = occurrences.record(
                actor,
                before,
                new Occurrence("document-delivered", document.kind().code(), data, "deliver-document", method.basis()));
        return new Recorded(deliveries.find(document.key(), delivery).orElseThrow(), after);
    }

    private void requireDeliverable(Document document) {
        DocumentKind kind = document.kind();
        if (!kind.isDeliverable()) {
            throw new ProblemException(DocumentProblem.DOCUMENT_NOT_DELIVERABLE, kind.title());
        }
        if (kind.seal() != Seal.NONE && !document.isFinished()) {
            throw new ProblemException(DocumentProblem.DOCUMENT_NOT_FINISHED);
        }
        deliveries.of(document.key()).stream()
                .filter(delivery -> delivery.deliveredOn() != null)
                .findFirst()
                .ifPresent(delivery -> {
                    throw new ProblemException(
                            DocumentProblem.DOCUMENT_DELIVERED, String.valueOf(delivery.deliveredOn()));
                });
    }

    /** The applicant's consent says nothing about what goes to others. */
    private boolean mayBeElectronic(Application application, Document document) {
        return document.kind().reader() == DocumentKind.Reader.APPLICANT && deliveries.isConsented(application.key());
    }

    private void checkContents(DeliveryMethod method, Map<String, ?> contents, Document document, LocalDate today) {
        List<Finding> findings = new ArrayList<>(rules.check(method.fields(), contents, today));
        if (findings.isEmpty()) {
            findings.addAll(DeliveryRules.check(method.method(), contents, document.datedOn(), today));
        }
        ContentRules.refuse(findings);
    }
}
