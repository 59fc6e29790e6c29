package cn.yiwang.application.delivery;

import cn.yiwang.application.delivery.DeliveryMethod.Method;
import cn.yiwang.application.document.Document;
import cn.yiwang.application.document.ReadDocuments;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Occurrences;
import cn.yiwang.application.mandate.MandateAction;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.web.PlainText;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deliveries of an application's documents. */
@RestController
@RequestMapping("/api/v1/applications/{id}")
class DeliveriesController {

    private static final int MOST_FIELDS = 20;

    private final DeliverDocument deliver;
    private final Deliveries deliveries;
    private final DeliveryMethods methods;
    private final ReadDocuments documents;
    private final Occurrences occurrences;
    private final AuditTrail audit;
    private final Clock clock;

    DeliveriesController(
            DeliverDocument deliver,
            Deliveries deliveries,
            DeliveryMethods methods,
            ReadDocuments documents,
            Occurrences occurrences,
            AuditTrail audit,
            Clock clock) {
        this.deliver = deliver;
        this.deliveries = deliveries;
        this.methods = methods;
        this.documents = documents;
        this.occurrences = occurrences;
        this.audit = audit;
        this.clock = clock;
    }

    @Schema(name = "NewDocumentDelivery")
    record NewDelivery(
            @NotNull Method method,

            @NotNull @Size(max = MOST_FIELDS) @Schema(description = "What the method asks for: a text, an ISO day, or a list of names")
            Map<String, Object> contents) {}

    @Schema(name = "MailReceipt")
    record NewReceipt(
            @NotNull @PlainText(min = 1, max = 60) String receiver,

            @NotNull LocalDate receivedOn) {}

    @Schema(name = "DeliveryConsent")
    record Consent(@NotNull Boolean given) {}

    @Schema(name = "DeliveryLabel")
    record Labelled(String code, String label) {}

    /** A delivery: the day, why it is that day, and what follows from it. */
    @Schema(name = "DocumentDelivery")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID id,
            Labelled method,
            Labelled state,
            LocalDate sentOn,

            @Nullable @Schema(
                    description =
                            "Absent while the receipt of a mail is awaited, in the future while a public notice runs")
            LocalDate deliveredOn,

            String meaning,
            @Nullable String effect,
            String basis,
            Instant recordedAt) {}

    @Schema(name = "DocumentDeliveries")
    record Listed(boolean electronicConsent, List<View> items) {}

    @GetMapping("/documents/{documentId}/deliveries")
    Listed list(Actor actor, @PathVariable UUID id, @PathVariable UUID documentId) {
        Document document = documents.read(actor, id, documentId);
        return new Listed(
                deliveries.isConsented(document.applicationKey()),
                deliveries.of(document.key()).stream()
                        .map(delivery -> view(document, delivery))
                        .toList());
    }

    @PostMapping("/documents/{documentId}/deliveries")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('WINDOW_CLERK')")
    ResponseEntity<View> deliver(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @PathVariable UUID documentId,
            @Valid @RequestBody NewDelivery body) {
        return call.run(
                List.of(seen.version(), body),
                () -> answer(
                        actor,
                        id,
                        documentId,
                        deliver.deliver(actor, id, documentId, seen.version(), body.method(), body.contents())));
    }

    /** The receipt of a mail came back: its day is the day of delivery. */
    @PostMapping("/documents/{documentId}/deliveries/{deliveryId}/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('WINDOW_CLERK')")
    ResponseEntity<View> receive(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @PathVariable UUID documentId,
            @PathVariable UUID deliveryId,
            @Valid @RequestBody NewReceipt body) {
        return call.run(
                List.of(seen.version(), body),
                () -> answer(
                        actor,
                        id,
                        documentId,
                        deliver.receive(
                                actor,
                                id,
                                documentId,
                                deliveryId,
                                seen.version(),
                                body.receiver(),
                                body.receivedOn())));
    }

    /** The applicant takes electronic delivery for delivery, or no longer. Words only add, so none needs a version. */
    @PostMapping("/delivery-consents")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPLICANT')")
    ResponseEntity<Consent> consent(
            Actor actor, IdempotentCall call, @PathVariable UUID id, @Valid @RequestBody Consent body) {
        return call.run(body, () -> {
            Application application = occurrences.readAsApplicant(actor, MandateAction.RECEIVE, id);
            deliveries.say(application.key(), body.given(), actor.subject(), clock.instant());
            audit.record(
                    actor,
                    new AuditEntry(
                            "consent-to-electronic-delivery",
                            "application",
                            id.toString(),
                            "民事诉讼法第九十条",
                            Map.of("given", body.given())));
            return ResponseEntity.status(HttpStatus.CREATED).body(body);
        });
    }

    private ResponseEntity<View> answer(Actor actor, UUID id, UUID documentId, DeliverDocument.Recorded recorded) {
        Document document = documents.read(actor, id, documentId);
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(ETags.of(recorded.application().version()))
                .body(view(document, recorded.delivery()));
    }

    private View view(Document document, Delivery delivery) {
        DeliveryMethod method = methods.of(delivery.method());
        Delivery.State state = delivery.state(ChinaTime.today(clock));
        return new View(
                delivery.id(),
                new Labelled(delivery.method().name(), method.label()),
                new Labelled(state.name(), state.label()),
                delivery.sentOn(),
                delivery.deliveredOn(),
                method.meaning(),
                document.kind().effect(),
                method.basis(),
                delivery.recordedAt());
    }
}
