package cn.yiwang.catalog.onething;

import cn.yiwang.catalog.body.Named;
import cn.yiwang.catalog.item.CatalogRights;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
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

/** The work of editors and publishers on packages. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "one-thing-drafts")
class OneThingDraftController {

    private static final String EDITOR = "hasRole('CATALOG_EDITOR')";
    private static final String PUBLISHER = "hasRole('CATALOG_PUBLISHER')";
    private static final String STAFF = "hasAnyRole('CATALOG_EDITOR', 'CATALOG_PUBLISHER')";
    private static final String CODE = OneThingController.CODE;

    private final OneThings things;
    private final WriteOneThing write;

    OneThingDraftController(OneThings things, WriteOneThing write) {
        this.things = things;
        this.write = write;
    }

    @Operation(summary = "Open drafts of packages that the caller may work on, in the order of their codes")
    @GetMapping("/one-thing-drafts")
    @PreAuthorize(STAFF)
    Page<Entry> list(PageRequest page, Actor actor) {
        var rows = things.drafts(CatalogRights.confinedTo(actor), OneThingController.position(page), page.limit() + 1);
        return Page.of(rows, page, row -> Cursor.encode(row.code())).map(Entry::of);
    }

    @Operation(
            summary =
                    "Opens the draft of a package's next version; a new code makes a new package of the caller's body")
    @PostMapping("/one-things/{code}/drafts")
    @PreAuthorize(EDITOR)
    ResponseEntity<DraftView> open(
            @PathVariable @Pattern(regexp = CODE) @Size(max = 40) String code,
            @Valid @RequestBody DraftRequest request,
            IdempotentCall call,
            Actor actor) {
        return call.run(request, () -> {
            var draft = write.open(code, request.oneThing(), actor);
            return ResponseEntity.created(
                            URI.create("/api/v1/one-things/%s/drafts/%d".formatted(code, draft.version())))
                    .eTag(ETags.of(draft.rowVersion()))
                    .body(DraftView.of(draft));
        });
    }

    @Operation(summary = "Reads a draft of a package")
    @GetMapping("/one-things/{code}/drafts/{version}")
    @PreAuthorize(STAFF)
    ResponseEntity<DraftView> read(
            @PathVariable @Pattern(regexp = CODE) @Size(max = 40) String code, @PathVariable int version, Actor actor) {
        return answer(write.draft(code, version, actor));
    }

    @Operation(summary = "Rewrites a draft of a package")
    @PutMapping("/one-things/{code}/drafts/{version}")
    @PreAuthorize(EDITOR)
    ResponseEntity<DraftView> rewrite(
            @PathVariable @Pattern(regexp = CODE) @Size(max = 40) String code,
            @PathVariable int version,
            @Valid @RequestBody DraftRequest request,
            IfMatch seen,
            Actor actor) {
        return answer(write.rewrite(code, version, request.oneThing(), actor, seen.version()));
    }

    @Operation(summary = "Shows a draft to everybody from now on; its editors may not")
    @PostMapping("/one-things/{code}/drafts/{version}/publications")
    @PreAuthorize(PUBLISHER)
    ResponseEntity<DraftView> publish(
            @PathVariable @Pattern(regexp = CODE) @Size(max = 40) String code,
            @PathVariable int version,
            @Valid @RequestBody PublicationRequest request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        return call.run(new Seen<>(request, seen.version()), () -> {
            var published = write.publish(code, version, request.note(), actor, seen.version());
            return ResponseEntity.created(URI.create(OneThingController.ROOT + "/" + code))
                    .eTag(ETags.of(published.rowVersion()))
                    .body(DraftView.of(published));
        });
    }

    @Operation(summary = "Takes a package back; its items stay")
    @PostMapping("/one-things/{code}/withdrawals")
    @PreAuthorize(PUBLISHER)
    ResponseEntity<DraftView> withdraw(
            @PathVariable @Pattern(regexp = CODE) @Size(max = 40) String code,
            @Valid @RequestBody WithdrawalRequest request,
            IfMatch seen,
            IdempotentCall call,
            Actor actor) {
        return call.run(new Seen<>(request, seen.version()), () -> {
            var withdrawn = write.withdraw(code, request.reason(), actor, seen.version());
            return ResponseEntity.created(URI.create(OneThingController.ROOT + "/" + code))
                    .eTag(ETags.of(withdrawn.rowVersion()))
                    .body(DraftView.of(withdrawn));
        });
    }

    private static ResponseEntity<DraftView> answer(StoredOneThing draft) {
        return ResponseEntity.ok().eTag(ETags.of(draft.rowVersion())).body(DraftView.of(draft));
    }

    /** The package to keep as a draft; whether it may be published is asked when it is. */
    @Schema(name = "OneThingDraftRequest")
    record DraftRequest(@NotNull @Valid OneThing oneThing) {}

    /** What goes on record with a publication. */
    @Schema(name = "OneThingPublicationRequest")
    record PublicationRequest(
            @PlainText(min = 1, max = 500) @Nullable String note) {}

    /** Why a package is taken back. */
    @Schema(name = "OneThingWithdrawalRequest")
    record WithdrawalRequest(
            @NotNull @PlainText(min = 1, max = 500) String reason) {}

    private record Seen<T>(T request, long version) {}

    /** A version of a package; {@code editor} wrote on it last. */
    @Schema(name = "OneThingDraftView")
    record DraftView(String code, int version, OneThingStatus status, Named body, String editor, OneThing oneThing) {

        static DraftView of(StoredOneThing stored) {
            return new DraftView(
                    stored.code(),
                    stored.version(),
                    stored.status(),
                    stored.owner(),
                    stored.editor(),
                    stored.content());
        }
    }

    /** A draft in the list. */
    @Schema(name = "OneThingDraftEntry")
    record Entry(String code, int version, String name, Named body) {

        static Entry of(StoredOneThing stored) {
            return new Entry(stored.code(), stored.version(), stored.content().name(), stored.owner());
        }
    }
}
