package cn.yiwang.certificate.use;

import cn.yiwang.certificate.certificate.Certificate;
import cn.yiwang.certificate.certificate.CertificateMetadata;
import cn.yiwang.certificate.certificate.InForce;
import cn.yiwang.certificate.certificate.Named;
import cn.yiwang.certificate.holder.HolderKind;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What other services of the platform ask; the gateway leads nobody here. */
@RestController
@Hidden
class CertificateUseController {

    private final UseCertificates use;

    CertificateUseController(UseCertificates use) {
        this.use = use;
    }

    /** One holder, one kind of certificate, and the consent without which nothing is answered. */
    record Wish(
            @NotNull HolderKind holderKind,
            @NotNull @Pattern(regexp = "[0-9A-Z]{18}") String holderCode,

            @Nullable @Pattern(regexp = "[0-9A-Z]{21}") String certificateType,

            @Nullable @Pattern(regexp = "L[0-9]{7}") String standardMaterialCode,

            @NotNull UUID consentReference,

            @NotNull UUID applicationId,

            @NotNull @Pattern(regexp = "[0-9A-Z]{31}[0-9]{2}") String itemCode) {

        InForce toInForce() {
            if (certificateType == null && standardMaterialCode == null) {
                throw new ProblemException(CommonProblem.INVALID_REQUEST)
                        .at("/certificateType", "certificate-use.type");
            }
            return new InForce(holderKind, holderCode, certificateType, standardMaterialCode);
        }
    }

    record Answer(List<Usable> items) {}

    /** Everything that is written on it, at this moment. */
    record Usable(
            UUID id,
            String identifier,
            String certificateNumber,
            Named type,
            Named issuer,
            String division,
            String holderName,
            LocalDate issuedOn,
            LocalDate validFrom,
            LocalDate validTo,
            SortedMap<String, String> fields,
            TrustGrade trustGrade) {

        /** All certificates of this service are issued by the competent body itself. */
        static Usable of(Certificate certificate) {
            CertificateMetadata metadata = certificate.metadata();
            return new Usable(
                    certificate.id(),
                    metadata.identifier().value(),
                    metadata.number(),
                    metadata.type(),
                    metadata.issuer(),
                    metadata.division(),
                    metadata.holder().name(),
                    metadata.issuedOn(),
                    metadata.validFrom(),
                    metadata.validTo(),
                    metadata.holder().fields(),
                    TrustGrade.A);
        }
    }

    /** The certificates that are valid today, newest first, five at most. */
    @PostMapping("/internal/certificate-uses")
    @PreAuthorize("hasAuthority('SCOPE_internal')")
    ResponseEntity<Answer> find(Actor service, @Valid @RequestBody Wish wish) {
        UseCertificates.Purpose purpose =
                new UseCertificates.Purpose(wish.consentReference(), wish.applicationId(), wish.itemCode());
        List<Usable> found = use.find(service, wish.toInForce(), purpose).stream()
                .map(Usable::of)
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Answer(found));
    }
}
