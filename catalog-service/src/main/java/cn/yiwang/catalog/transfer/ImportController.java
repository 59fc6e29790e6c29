package cn.yiwang.catalog.transfer;

import cn.yiwang.catalog.item.CatalogRights;
import cn.yiwang.catalog.transfer.content.Finding;
import cn.yiwang.catalog.transfer.content.Place;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of items that editors bring in. */
@RestController
@RequestMapping(path = ImportController.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "imports")
class ImportController {

    static final String ROOT = "/api/v1/catalog-imports";
    private static final String STAFF = "hasAnyRole('CATALOG_EDITOR', 'CATALOG_PUBLISHER')";

    private final ReceiveImport receive;
    private final Imports imports;
    private final ImportFindings findings;
    private final FindingTexts texts;

    ImportController(ReceiveImport receive, Imports imports, ImportFindings findings, FindingTexts texts) {
        this.receive = receive;
        this.imports = imports;
        this.findings = findings;
        this.texts = texts;
    }

    @Operation(summary = "Stores a file of items (Excel, CSV or JSON) and has it checked; nothing changes yet")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasRole('CATALOG_EDITOR')")
    ResponseEntity<ImportView> upload(@RequestPart("file") MultipartFile file, IdempotentCall call, Actor actor)
            throws IOException {
        var owner = body(actor);
        if (file.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("file", "required");
        }
        var name = UploadedFiles.name(file.getOriginalFilename());
        var sha256 = UploadedFiles.sha256(file);
        return call.run(List.of(name, sha256), () -> {
            var received = receive.receive(owner, actor, name, file.getSize(), sha256, file::getInputStream);
            return ResponseEntity.accepted()
                    .location(URI.create(ROOT + "/" + received.publicId()))
                    .eTag(ETags.of(received.rowVersion()))
                    .body(ImportView.of(received));
        });
    }

    @Operation(summary = "Imports that the caller may work on, latest first")
    @GetMapping
    @PreAuthorize(STAFF)
    Page<ImportView> list(PageRequest page, Actor actor) {
        var before = page.after() == null
                ? Long.MAX_VALUE
                : Cursor.decode(page.after(), 1).longAt(0);
        var rows = imports.list(CatalogRights.confinedTo(actor), before, page.limit() + 1);
        return Page.of(rows, page, row -> Cursor.encode(row.id())).map(ImportView::of);
    }

    @Operation(summary = "How far an import is; ask again until its state needs somebody")
    @GetMapping("/{id}")
    @PreAuthorize(STAFF)
    ResponseEntity<ImportView> read(@PathVariable UUID id, Actor actor) {
        var found = find(id, actor);
        return ResponseEntity.ok().eTag(ETags.of(found.rowVersion())).body(ImportView.of(found));
    }

    @Operation(summary = "What was found in the file, in its order, cell by cell, and how to mend it")
    @GetMapping("/{id}/findings")
    @PreAuthorize(STAFF)
    Page<FindingView> findings(@PathVariable UUID id, PageRequest page, Actor actor, Locale language) {
        var after = page.after() == null ? 0 : Cursor.decode(page.after(), 1).longAt(0);
        if (after < 0 || after > Integer.MAX_VALUE) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("after", "cursor.invalid");
        }
        var rows = findings.list(find(id, actor).id(), (int) after, page.limit() + 1);
        return Page.of(rows, page, row -> Cursor.encode(row.ordinal())).map(row -> view(row.finding(), language));
    }

    @Operation(summary = "Has a checked import applied, all of it or nothing; its items become drafts")
    @PostMapping("/{id}/applications")
    @PreAuthorize("hasRole('CATALOG_EDITOR')")
    ResponseEntity<ImportView> apply(@PathVariable UUID id, IfMatch seen, IdempotentCall call, Actor actor) {
        var confinedTo = body(actor);
        return call.run(List.of(id, seen.version()), () -> {
            var ordered = receive.order(confinedTo, id, actor, seen.version());
            return ResponseEntity.accepted()
                    .location(URI.create(ROOT + "/" + id))
                    .eTag(ETags.of(ordered.rowVersion()))
                    .body(ImportView.of(ordered));
        });
    }

    private CatalogImport find(UUID id, Actor actor) {
        return receive.find(CatalogRights.confinedTo(actor), id)
                .orElseThrow(() -> new ProblemException(TransferProblem.CATALOG_IMPORT_NOT_FOUND));
    }

    /** The body to which the caller is confined, null for the province; an editor of no body has no catalog to fill. */
    private static @Nullable String body(Actor actor) {
        var body = CatalogRights.confinedTo(actor);
        if (body != null && body.isEmpty()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return body;
    }

    private FindingView view(Finding finding, Locale language) {
        return new FindingView(
                finding.severity(),
                finding.code(),
                PlaceView.of(finding.place()),
                texts.text(finding, language),
                texts.remedy(finding, language));
    }

    /**
     * An import.
     *
     * @param state WAITING and APPLYING go on by themselves; CHECKED waits for an editor; the others are final
     * @param changes what applying it does, or did
     */
    record ImportView(
            UUID id,
            ImportState state,
            @Nullable String body,
            FileView file,
            Instant createdAt,
            @Nullable Instant finishedAt,
            ProgressView progress,
            ChangesView changes,
            CountsView findings) {

        static ImportView of(CatalogImport found) {
            var counts = found.counts();
            return new ImportView(
                    found.publicId(),
                    found.state(),
                    found.owner(),
                    new FileView(found.fileName(), found.fileSize(), found.fileSha256()),
                    found.createdAt(),
                    found.finishedAt(),
                    new ProgressView(counts.rowsRead(), counts.itemsChecked(), counts.itemsApplied()),
                    new ChangesView(counts.itemsNew(), counts.itemsChanged(), counts.itemsUnchanged()),
                    new CountsView(counts.blocking(), counts.advice()));
        }
    }

    /** The file as it arrived. */
    record FileView(String name, long bytes, String sha256) {}

    /** How far the work is. */
    record ProgressView(int rowsRead, int itemsChecked, int itemsApplied) {}

    /** Items by what applying does to them. */
    record ChangesView(int added, int changed, int unchanged) {}

    /** Findings by what they mean; all are counted, the first 5,000 can be read. */
    record CountsView(int blocking, int advice) {}

    /** One finding. */
    @Schema(name = "ImportFindingView")
    record FindingView(Finding.Severity severity, String code, PlaceView place, String text, String remedy) {}

    /**
     * Where it is.
     *
     * @param row as a spreadsheet counts; absent for the file or a table as a whole
     * @param column the heading, or the JSON pointer within the item
     */
    record PlaceView(
            @Nullable String table,
            @Nullable Integer row,
            @Nullable String column,
            @Nullable String cell) {

        static PlaceView of(Place place) {
            return new PlaceView(
                    place.table().isEmpty() ? null : place.table(),
                    place.row() == 0 ? null : place.row(),
                    place.column().isEmpty() ? null : place.column(),
                    place.cell());
        }
    }
}
