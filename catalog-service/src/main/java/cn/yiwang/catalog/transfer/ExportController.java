package cn.yiwang.catalog.transfer;

import cn.yiwang.catalog.body.Bodies;
import cn.yiwang.catalog.item.CatalogRights;
import cn.yiwang.catalog.transfer.table.CellTooLongException;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A body's catalog as a file. What binds today is for everybody; drafts are for those who may list them. */
@RestController
@RequestMapping("/api/v1/catalog-exports")
@Tag(name = "exports")
class ExportController {

    /** Files in the making at once; each holds a connection to the database and a thread. */
    private static final int MOST_AT_ONCE = 3;

    /** Nobody who asks without a token keeps the editors from their work. */
    private static final int MOST_OF_STAFF_AT_ONCE = 2;

    private static final String WITHOUT_CODE = "Items-Without-Code";

    private final ExportCatalog export;
    private final Bodies bodies;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Semaphore placesOfStaff = new Semaphore(MOST_OF_STAFF_AT_ONCE);

    ExportController(ExportCatalog export, Bodies bodies) {
        this.export = export;
        this.bodies = bodies;
    }

    @Operation(
            summary = "A body's items as a file that can be imported again: zipped CSV, Excel or JSON",
            description =
                    "Items whose code is not known yet are in no file, since nothing would tell them apart on the way"
                            + " back. With the drafts, the header Items-Without-Code says how many there are; they are listed at"
                            + " /api/v1/item-drafts.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = ExportFormat.EXCEL_TYPE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/json", schema = @Schema(type = "object"))
            })
    @GetMapping
    ResponseEntity<Resource> export(
            @RequestParam @Pattern(regexp = "[0-9A-Z]{18}") String body,
            @RequestParam(defaultValue = "json") @Pattern(regexp = "csv|xlsx|json") String format,
            @RequestParam(defaultValue = "published") @Pattern(regexp = "published|drafts") String content,
            @Nullable Actor actor)
            throws IOException {
        boolean drafts = content.equals("drafts");
        if (drafts) {
            demandRight(actor, body);
        }
        if (bodies.names(List.of(body)).isEmpty()) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
        var kind = ExportFormat.valueOf(format.toUpperCase(Locale.ROOT));
        var missing = new HttpHeaders();
        if (drafts) {
            missing.set(WITHOUT_CODE, String.valueOf(export.withoutCode(body)));
        }
        var file = made(kind, body, drafts);
        var attachment = ContentDisposition.attachment()
                .filename("catalog-" + body + "-" + content + "." + kind.extension())
                .build();
        return ResponseEntity.ok()
                .headers(missing)
                .contentType(kind.mediaType())
                .contentLength(Files.size(file))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
    }

    private static void demandRight(@Nullable Actor actor, String body) {
        if (actor == null) {
            throw new ProblemException(CommonProblem.UNAUTHENTICATED);
        }
        var confinedTo = CatalogRights.confinedTo(actor);
        boolean isStaff = actor.has(Role.CATALOG_EDITOR) || actor.has(Role.CATALOG_PUBLISHER);
        if (!isStaff || (confinedTo != null && !confinedTo.equals(body))) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }

    /** The whole file first: a slow reader holds a file and not the database, and a failure is still an answer. */
    private Path made(ExportFormat format, String body, boolean drafts) throws IOException {
        var free = drafts ? placesOfStaff : places;
        if (!free.tryAcquire()) {
            throw new ProblemException(CommonProblem.TEMPORARILY_UNAVAILABLE);
        }
        try {
            return written(Files.createTempFile("catalog-export", "." + format.extension()), format, body, drafts);
        } finally {
            free.release();
        }
    }

    private Path written(Path file, ExportFormat format, String body, boolean drafts) throws IOException {
        try (var target = new BufferedOutputStream(Files.newOutputStream(file));
                var writer = format.writer(target)) {
            export.write(body, drafts, writer);
            return file;
        } catch (CellTooLongException e) {
            Files.deleteIfExists(file);
            throw new ProblemException(TransferProblem.EXPORT_CELL_TOO_LONG, e.maximum());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
