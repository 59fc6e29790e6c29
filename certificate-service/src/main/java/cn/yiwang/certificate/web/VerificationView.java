package cn.yiwang.certificate.web;

import cn.yiwang.certificate.certificate.Certificate;
import cn.yiwang.certificate.certificate.CertificateMetadata;
import cn.yiwang.certificate.certificate.Named;
import cn.yiwang.certificate.certificate.ReadCertificates.Verified;
import cn.yiwang.certificate.holder.HolderKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What everybody sees who holds the link: enough to compare with the certificate on the wall, no code of a person.
 *
 * @param signatureValid whether what is stored is still exactly what was signed at issue
 */
record VerificationView(
        String identifier,
        String certificateNumber,
        Named type,
        Named issuer,
        HolderKind holderKind,
        String holderName,
        CodeAndLabel status,
        LocalDate issuedOn,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable LocalDate revokedOn,
        boolean signatureValid,
        Instant verifiedAt) {

    static VerificationView of(Verified verified, LocalDate today, Instant now) {
        Certificate certificate = verified.certificate();
        CertificateMetadata metadata = certificate.metadata();
        return new VerificationView(
                metadata.identifier().value(),
                metadata.number(),
                metadata.type(),
                metadata.issuer(),
                metadata.holder().kind(),
                metadata.holder().publicName(),
                CodeAndLabel.of(certificate.publicStatus(today)),
                metadata.issuedOn(),
                metadata.validFrom(),
                metadata.validTo(),
                certificate.revokedOn(),
                verified.signatureValid(),
                now);
    }
}
