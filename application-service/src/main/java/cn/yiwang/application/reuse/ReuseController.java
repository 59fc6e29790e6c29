package cn.yiwang.application.reuse;

import cn.yiwang.application.handling.AttachMaterial;
import cn.yiwang.application.reuse.ReuseViews.CertificateUseView;
import cn.yiwang.application.reuse.ReuseViews.FileView;
import cn.yiwang.application.reuse.ReuseViews.MaterialGivenView;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.springframework.http.CacheControl;
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

/** Materials that need no new file. */
@RestController
@RequestMapping("/api/v1/applications/{id}/materials")
class ReuseController {

    private static final String CODE = "M[0-9A-Z]{16}";

    private final UseCertificate useCertificate;
    private final ReuseMaterial reuse;
    private final MaterialsGiven given;

    ReuseController(UseCertificate useCertificate, ReuseMaterial reuse, MaterialsGiven given) {
        this.useCertificate = useCertificate;
        this.reuse = reuse;
        this.given = given;
    }

    @Schema(name = "CertificateConsent")
    record Consent(
            @NotNull @Schema(description = "The applicant lets the certificate be fetched for this application")
            Boolean consent) {}

    @Schema(name = "MaterialReuse")
    record Reuse(@NotNull UUID materialId) {}

    /** What the guide asks and how each of it was given: by files, by a certificate, or not yet. */
    @GetMapping
    ResponseEntity<Page<MaterialGivenView>> list(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Page<>(
                        given.of(actor, id).stream().map(MaterialGivenView::of).toList(), null));
    }

    /** Lets an e-certificate of the applicant stand for the material. When it cannot be fetched, the file can be uploaded instead. */
    @PostMapping("/{materialCode}/certificate-uses")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPLICANT')")
    ResponseEntity<CertificateUseView> useCertificate(
            Actor actor,
            IdempotentCall call,
            @PathVariable UUID id,
            @PathVariable @Pattern(regexp = CODE) String materialCode,
            @Valid @RequestBody Consent body) {
        CertificateLookup lookup = useCertificate.ask(actor, id, materialCode, body.consent());
        return call.run(body, () -> {
            UseCertificate.Used used = useCertificate.use(actor, id, materialCode, lookup);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .eTag(ETags.of(used.application().version()))
                    .body(CertificateUseView.of(used.use()));
        });
    }

    /** Hands in a file of the applicant's own space again, without uploading it. */
    @PostMapping("/{materialCode}/reuses")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPLICANT')")
    ResponseEntity<FileView> reuse(
            Actor actor,
            IdempotentCall call,
            @PathVariable UUID id,
            @PathVariable @Pattern(regexp = CODE) String materialCode,
            @Valid @RequestBody Reuse body) {
        return call.run(body, () -> {
            AttachMaterial.Attached attached = reuse.reuse(actor, id, materialCode, body.materialId());
            return ResponseEntity.status(HttpStatus.CREATED)
                    .eTag(ETags.of(attached.application().version()))
                    .body(FileView.of(attached.material()));
        });
    }
}
