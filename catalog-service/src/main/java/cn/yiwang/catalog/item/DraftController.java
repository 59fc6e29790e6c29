package cn.yiwang.catalog.item;

import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.item.PublishGuide.Publication;
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
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The work of editors and publishers. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "drafts")
class DraftController {

    private static final String EDITOR = "hasRole('CATALOG_EDITOR')";
    private static final String PUBLISHER = "hasRole('CATALOG_PUBLISHER')";
    private static final int MAXIMUM_YEARS_AHEAD = 10;

    private final ItemDesk desk;
    private final DraftGuide drafts;
    private final PublishGuide publish;
    private final OpenDrafts openDrafts;
    private final GuideReviews reviews;
    private final Clock clock;

    DraftController(
            ItemDesk desk,
            DraftGuide drafts,
            PublishGuide publish,
            OpenDrafts openDrafts,
            GuideReviews reviews,
            Clock clock) {
        this.desk = desk;
        this.reviews = reviews;
        this.drafts = drafts;
        this.publish = publish;
        this.openDrafts = openDrafts;
        this.clock = clock;
    }

    @Operation(summary = "Open drafts that the caller may work on, oldest first; items without a code among them")
    @GetMapping("/item-drafts")
    @PreAuthorize("hasAnyRole('CATALOG_EDITOR', 'CATALOG_PUBLISHER')")
    Page<OpenDrafts.Entry> list(PageRequest page, Actor actor) {
        return openDrafts.list(CatalogRights.confinedTo(actor), page);
    }

    @Operation(summary = "Opens the draft of an item's next guide version")
    @PostMapping("/items/{itemCode}/drafts")
    @PreAuthorize(EDITOR)
    ResponseEntity<DraftView> open(
            @PathVariable String itemCode, @Valid @RequestBody DraftRequest request, IdempotentCall call, Actor actor) {
        return call.run(request, () -> {
            var item = itemOf(itemCode, actor);
            var draft = draft(item, drafts.open(item, request.guide(), actor.subject()));
            return ResponseEntity.created(URI.create("/api/v1/items/%s/drafts/%d".formatted(itemCode, draft.version())))
                    .eTag(ETags.of(draft.rowVersion()))
                    .body(view(item, draft));
        });
    }

    @Operation(summary = "Reads a draft")
    @GetMapping("/items/{itemCode}/drafts/{version}")
    @PreAuthorize("hasAnyRole('CATALOG_EDITOR', 'CATALOG_PUBLISHER')")
    ResponseEntity<DraftView> read(@PathVariable String itemCode, @PathVariable int version, Actor actor) {
        var item = itemOf(itemCode, actor);
        var draft = draft(item, version);
        return ResponseEntity.ok().eTag(ETags.of(draft.rowVersion())).body(view(item, draft));
    }

    @Operation(summary = "Rewrites a draft")
    @PutMapping("/items/{itemCode}/drafts/{version}")
    @PreAuthorize(EDITOR)
    ResponseEntity<DraftView> rewrite(
            @PathVariable String itemCode,
            @PathVariable int version,
            @Valid @RequestBody DraftRequest request,
            IfMatch seen,
            Actor actor) {
        var item = itemOf(itemCode, actor);
        var draft = drafts.rewrite(item, version, request.guide(), actor.subject(), seen.version());
        return ResponseEntity.ok().eTag(ETags.of(draft.rowVersion())).body(view(item, draft));
    }

    @Operation(summary = "Publishes a draft from a day on; its editors may not")
    @PostMapping("/items/{itemCode}/drafts/{version}/publications")
    @PreAuthorize(PUBLISHER)
    ResponseEntity<PublicationView> publish(
            @PathVariable String itemCode,
            @PathVariable int version,
            @Valid @RequestBody PublicationRequest request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        var today = ChinaTime.today(clock);
        if (request.effectiveFrom().isAfter(today.plusYears(MAXIMUM_YEARS_AHEAD))) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST)
                    .at(
                            "/effectiveFrom",
                            "out-of-range",
                            today.toString(),
                            today.plusYears(MAXIMUM_YEARS_AHEAD).toString());
        }
        return call.run(new PublicationCall(request, seen.version()), () -> {
            var published = publish.publish(
                    itemOf(itemCode, actor),
                    new Publication(
                            version, seen.version(), request.effectiveFrom(), today, actor.subject(), request.note()));
            return ResponseEntity.created(URI.create("/api/v1/items/%s/versions/%d".formatted(itemCode, version)))
                    .eTag(ETags.of(published.rowVersion()))
                    .body(new PublicationView(itemCode, version, published.status(), request.effectiveFrom()));
        });
    }

    private BusinessItem itemOf(String itemCode, Actor actor) {
        return desk.itemFor(itemCode, actor);
    }

    private GuideVersion draft(BusinessItem item, int version) {
        return drafts.find(item, version).orElseThrow(() -> new ProblemException(CatalogProblem.DRAFT_NOT_FOUND));
    }

    private DraftView view(BusinessItem item, GuideVersion draft) {
        return new DraftView(
                item.knownCode().value(),
                draft.version(),
                draft.status(),
                draft.editor(),
                GuideJson.read(draft.guide()),
                reviews.of(draft));
    }

    /** The guide to keep as a draft; whether it may be published is asked when it is. */
    record DraftRequest(@NotNull @Valid Guide guide) {}

    /** A draft; {@code editor} wrote on it last, {@code reviews} begin with the latest. */
    record DraftView(
            String itemCode,
            int version,
            GuideStatus status,
            String editor,
            Guide guide,
            List<GuideReviews.Entry> reviews) {}

    /** From which day on the draft is to apply, and what goes on record with it. */
    record PublicationRequest(
            @NotNull LocalDate effectiveFrom,
            @PlainText(min = 1, max = 500) @Nullable String note) {}

    private record PublicationCall(PublicationRequest request, long seenVersion) {}

    /** What a publication did. */
    record PublicationView(String itemCode, int version, GuideStatus status, LocalDate effectiveFrom) {}
}
