package cn.yiwang.certificate.seal;

import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.SubjectType;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Base64;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Seals for the services of the platform; the gateway leads nobody here, so its documents do not list it either. */
@Hidden
@RestController
class DocumentSealController {

    private final SealDocument seal;

    DocumentSealController(SealDocument seal) {
        this.seal = seal;
    }

    @Schema(name = "DocumentToSeal")
    record Wish(
            @NotNull UUID documentId,

            @NotNull @Pattern(regexp = "[0-9A-Z]{18}") @Schema(description = "Credit code of the body")
            String body,

            @NotNull @PlainText(min = 1, max = 200) String bodyName,

            @NotNull SealKind seal,

            @NotNull @Pattern(regexp = "[A-Za-z0-9+/]{43}=") @Schema(description = "SHA-256 of what the signature covers, base64")
            String digest) {}

    @Schema(name = "DocumentSeal")
    record Sealed(
            @Schema(description = "Detached CMS (PAdES B-B), base64 of its DER")
            String signature) {}

    /** Changes nothing but the register of uses, so it needs no key against repetition: a repeated call seals the same digest again. */
    @PostMapping("/api/v1/document-seals")
    @PreAuthorize("hasAuthority('SCOPE_internal')")
    Sealed seal(Actor actor, @Valid @RequestBody Wish wish) {
        if (actor.type() != SubjectType.SYSTEM) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        byte[] digest = Base64.getDecoder().decode(wish.digest());
        byte[] signature = seal.seal(actor, wish.documentId(), wish.body(), wish.bodyName(), wish.seal(), digest);
        return new Sealed(Base64.getEncoder().encodeToString(signature));
    }
}
