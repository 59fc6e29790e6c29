package cn.yiwang.catalog.disclosure;

import cn.yiwang.catalog.body.Bodies;
import cn.yiwang.catalog.disclosure.PublishDocument.Validity;
import cn.yiwang.catalog.item.CatalogRights;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work on documents before and after they are public: editors write, publishers review for secrecy and publish. */
@RestController
@RequestMapping("/api/v1/document-drafts")
@Tag(name = "document-drafts")
class DocumentDraftController {

    private static final String EDITOR = "hasRole('CATALOG_EDITOR')";
    private static final String PUBLISHER = "hasRole('CATALOG_PUBLISHER')";
    private static final String STAFF = "hasAnyRole('CATALOG_EDITOR', 'CATALOG_PUBLISHER')";
    private static final int MAXIMUM_YEARS_AHEAD = 100;

    private final StaffDocuments documents;
    private final PrepareDocument preparation;
    private final PublishDocument publications;
    private final Bodies bodies;
    private final Clock clock;

    DocumentDraftController(
            StaffDocuments documents,
            PrepareDocument preparation,
            PublishDocument publications,
            Bodies bodies,
            Clock clock) {
        this.documents = documents;
        this.preparation = preparation;
        this.publications = publications;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Operation(summary = "Documents of the caller's body in any status, oldest first; the province sees all")
    @GetMapping
    @PreAuthorize(STAFF)
    Page<DocumentView.StaffEntry> list(
            @RequestParam(required = false) @Nullable DocumentStatus status,
            @RequestParam(required = false) @Nullable DocumentKind kind,
            PageRequest page,
            Actor actor) {
        return documents.list(actor, status, kind, page).map(DocumentView.StaffEntry::of);
    }

    @Operation(summary = "Reads a document in any status")
    @GetMapping("/{documentId}")
    @PreAuthorize(STAFF)
    ResponseEntity<DocumentView.Staff> read(@PathVariable UUID documentId, Actor actor) {
        return answer(HttpStatus.OK, visible(documentId, actor));
    }

    @Operation(summary = "Opens a document as a draft")
    @PostMapping
    @PreAuthorize(EDITOR)
    ResponseEntity<DocumentView.Staff> open(@Valid @RequestBody NewDocument request, IdempotentCall call, Actor actor) {
        return call.run(request, () -> {
            demandBody(request.body(), actor);
            var document = preparation.open(request.body(), request.content(), actor.subject());
            return ResponseEntity.created(URI.create("/api/v1/document-drafts/" + document.publicId()))
                    .eTag(ETags.of(document.rowVersion()))
                    .body(DocumentView.Staff.of(document));
        });
    }

    @Operation(summary = "Rewrites a document that is not out yet; a secrecy review that it had is void")
    @PutMapping("/{documentId}")
    @PreAuthorize(EDITOR)
    ResponseEntity<DocumentView.Staff> rewrite(
            @PathVariable UUID documentId, @Valid @RequestBody Rewriting request, IfMatch seen, Actor actor) {
        visible(documentId, actor);
        return answer(
                HttpStatus.OK, preparation.rewrite(documentId, seen.version(), request.content(), actor.subject()));
    }

    @Operation(summary = "Asks for the secrecy review (保密审查)")
    @PostMapping("/{documentId}/review-requests")
    @PreAuthorize(EDITOR)
    ResponseEntity<DocumentView.Staff> requestReview(
            @PathVariable UUID documentId, IfMatch seen, IdempotentCall call, Actor actor) {
        return step(
                documentId,
                call,
                List.of(documentId, seen.version()),
                actor,
                () -> preparation.requestReview(documentId, seen.version()));
    }

    @Operation(summary = "Records the outcome of the secrecy review of the content that was read; its authors may not")
    @PostMapping("/{documentId}/secrecy-reviews")
    @PreAuthorize(PUBLISHER)
    ResponseEntity<DocumentView.Staff> review(
            @PathVariable UUID documentId,
            @Valid @RequestBody Review request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        return step(
                documentId,
                call,
                List.of(documentId, request, seen.version()),
                actor,
                () -> preparation.review(
                        documentId,
                        seen.version(),
                        request.outcome() == Outcome.PASSED,
                        request.ground(),
                        actor.subject()));
    }

    @Operation(summary = "Publishes a document that passed its secrecy review; its authors may not")
    @PostMapping("/{documentId}/publications")
    @PreAuthorize(PUBLISHER)
    ResponseEntity<DocumentView.Staff> publish(
            @PathVariable UUID documentId,
            @Valid @RequestBody Publication request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        demandOrder(request);
        return step(
                documentId,
                call,
                List.of(documentId, request, seen.version()),
                actor,
                () -> publications.publish(
                        documentId,
                        seen.version(),
                        new Validity(request.effectiveFrom(), request.effectiveTo(), request.archiveOn()),
                        actor.subject()));
    }

    @Operation(summary = "Takes a published document back")
    @PostMapping("/{documentId}/withdrawals")
    @PreAuthorize(PUBLISHER)
    ResponseEntity<DocumentView.Staff> withdraw(
            @PathVariable UUID documentId,
            @Valid @RequestBody Withdrawal request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        return step(
                documentId,
                call,
                List.of(documentId, request, seen.version()),
                actor,
                () -> publications.withdraw(documentId, seen.version(), request.reason()));
    }

    private ResponseEntity<DocumentView.Staff> step(
            UUID id, IdempotentCall call, Object body, Actor actor, Supplier<Document> work) {
        return call.run(body, () -> {
            visible(id, actor);
            return answer(HttpStatus.CREATED, work.get());
        });
    }

    private static ResponseEntity<DocumentView.Staff> answer(HttpStatus status, Document document) {
        return ResponseEntity.status(status)
                .eTag(ETags.of(document.rowVersion()))
                .body(DocumentView.Staff.of(document));
    }

    private Document visible(UUID id, Actor actor) {
        return documents.find(id, actor).orElseThrow(() -> new ProblemException(DisclosureProblem.DOCUMENT_NOT_FOUND));
    }

    private void demandBody(String body, Actor actor) {
        var own = CatalogRights.confinedTo(actor);
        if (own != null && !own.equals(body)) {
            throw new ProblemException(DisclosureProblem.DOCUMENT_OF_ANOTHER_BODY);
        }
        if (bodies.names(List.of(body)).isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("/body", "invalid-value");
        }
    }

    private void demandOrder(Publication publication) {
        var today = ChinaTime.today(clock);
        demandWithin("/effectiveFrom", publication.effectiveFrom(), today);
        demandWithin("/effectiveTo", publication.effectiveTo(), publication.effectiveFrom());
        if (publication.archiveOn() != null) {
            if (publication.effectiveTo() == null) {
                throw new ProblemException(CommonProblem.INVALID_REQUEST).at("/effectiveTo", "required");
            }
            demandWithin(
                    "/archiveOn",
                    publication.archiveOn(),
                    publication.effectiveTo().plusDays(1));
        }
    }

    private void demandWithin(String pointer, @Nullable LocalDate day, LocalDate earliest) {
        var latest = ChinaTime.today(clock).plusYears(MAXIMUM_YEARS_AHEAD);
        if (day != null && (day.isBefore(earliest) || day.isAfter(latest))) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST)
                    .at(pointer, "out-of-range", earliest.toString(), latest.toString());
        }
    }

    /** A document to open, and the body whose document it is. */
    record NewDocument(
            @NotNull @Pattern(regexp = "[0-9A-Z]{18}") String body,
            @NotNull @Valid DocumentContent content) {}

    /** The content to keep instead. */
    record Rewriting(@NotNull @Valid DocumentContent content) {}

    /** What the secrecy review came to. */
    enum Outcome {
        PASSED,
        REFUSED
    }

    /** The outcome of a secrecy review, and on what ground. */
    record Review(
            @NotNull Outcome outcome,
            @NotNull @PlainText(min = 1, max = 500) String ground) {}

    /** From when to when the document applies; {@code archiveOn} is the first day on which it is public no more. */
    record Publication(
            @NotNull LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @Nullable LocalDate archiveOn) {}

    /** Why a document is taken back. */
    record Withdrawal(
            @NotNull @PlainText(min = 1, max = 500) String reason) {}
}
