package cn.yiwang.application.handling.web;

import cn.yiwang.application.handling.AttachMaterial;
import cn.yiwang.application.handling.ReadApplications;
import cn.yiwang.application.handling.web.Views.MaterialView;
import cn.yiwang.application.material.Material;
import cn.yiwang.application.material.MaterialValidity;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.identity.Actor;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of an application. */
@RestController
@RequestMapping(Answers.ROOT + "/{id}/materials")
class MaterialsController {

    private final AttachMaterial attach;
    private final MaterialValidity validity;
    private final ReadApplications read;

    MaterialsController(AttachMaterial attach, MaterialValidity validity, ReadApplications read) {
        this.attach = attach;
        this.validity = validity;
        this.read = read;
    }

    /** Adds a file to a draft. Needs no {@code If-Match}, since files only add; the answer's tag is the draft's new one. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('APPLICANT', 'WINDOW_CLERK')")
    ResponseEntity<MaterialView> add(
            Actor actor,
            IdempotentCall call,
            @PathVariable UUID id,
            @RequestParam @Pattern(regexp = "M[0-9A-Z]{16}") String materialCode,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate validUntil,
            @RequestPart("file") MultipartFile file)
            throws IOException {
        LocalDate lastDay = validity.until(validUntil);
        Material received;
        try (InputStream content = file.getInputStream()) {
            received =
                    attach.receive(actor, id, materialCode, file.getOriginalFilename(), file.getContentType(), content);
        }
        List<String> sameCall = List.of(
                materialCode,
                received.fileName(),
                HexFormat.of().formatHex(received.sha256()),
                String.valueOf(validUntil));
        return call.run(sameCall, () -> {
            AttachMaterial.Attached attached = attach.attach(actor, id, received, lastDay);
            return ResponseEntity.created(URI.create(Answers.ROOT + "/" + id + "/materials/"
                            + attached.material().id() + "/content"))
                    .eTag(ETags.of(attached.application().version()))
                    .body(MaterialView.of(attached.material()));
        });
    }

    /** The file as it was handed in, always as a download: nothing of it runs in the reader's browser. */
    @GetMapping("/{materialId}/content")
    ResponseEntity<Resource> content(Actor actor, @PathVariable UUID id, @PathVariable UUID materialId)
            throws IOException {
        Material material = read.material(actor, id, materialId);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(material.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(material.mediaType()))
                .contentLength(material.size())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new InputStreamResource(read.content(material)));
    }
}
