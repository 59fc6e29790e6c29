package cn.yiwang.application.document.web;

import cn.yiwang.application.document.Document;
import cn.yiwang.application.document.MakeDocument;
import cn.yiwang.application.document.ReadDocuments;
import cn.yiwang.application.document.web.DocumentViews.KindView;
import cn.yiwang.application.document.web.DocumentViews.Kinds;
import cn.yiwang.application.document.web.DocumentViews.Listed;
import cn.yiwang.application.document.web.DocumentViews.NewDocument;
import cn.yiwang.application.document.web.DocumentViews.View;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import jakarta.validation.Valid;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Official documents of an application. */
@RestController
@RequestMapping("/api/v1/applications/{id}")
class DocumentsController {

    private final ReadDocuments read;
    private final MakeDocument make;

    DocumentsController(ReadDocuments read, MakeDocument make) {
        this.read = read;
        this.make = make;
    }

    /** Oldest first. Asking issues what the application's steps owe, dated on the day of the step. */
    @GetMapping("/documents")
    Listed list(Actor actor, @PathVariable UUID id) {
        return new Listed(read.list(actor, id).stream().map(View::of).toList());
    }

    @GetMapping("/documents/{documentId}")
    View read(Actor actor, @PathVariable UUID id, @PathVariable UUID documentId) {
        return View.of(read.read(actor, id, documentId));
    }

    /** The sealed PDF. While it cannot be sealed: 503 with {@code Retry-After}, never the unsealed text. */
    @GetMapping(path = "/documents/{documentId}/content", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<Resource> content(Actor actor, @PathVariable UUID id, @PathVariable UUID documentId)
            throws IOException {
        ReadDocuments.Read found = read.content(actor, id, documentId);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name(found.document()), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(found.size())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(found.content()));
    }

    /** What the caller may make by hand as the application stands now. */
    @GetMapping("/document-kinds")
    Kinds kinds(Actor actor, @PathVariable UUID id) {
        return new Kinds(make.possible(actor, id).stream().map(KindView::of).toList());
    }

    @PostMapping("/documents")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('WINDOW_CLERK', 'REVIEWER', 'APPROVER')")
    ResponseEntity<View> make(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @Valid @RequestBody NewDocument body) {
        return call.run(List.of(seen.version(), body), () -> {
            MakeDocument.Made made = make.make(actor, id, seen.version(), body.kind(), body.contents());
            return ResponseEntity.created(URI.create("/api/v1/applications/" + id + "/documents/"
                            + made.document().id()))
                    .eTag(ETags.of(made.application().version()))
                    .body(View.of(made.document()));
        });
    }

    private static String name(Document document) {
        String number = document.number() == null ? "" : " " + document.number();
        return document.kind().title() + number + ".pdf";
    }
}
