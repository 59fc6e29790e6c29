package cn.yiwang.certificate.web;

import cn.yiwang.certificate.certificate.Face;
import cn.yiwang.certificate.certificate.Named;
import cn.yiwang.certificate.certificate.ReadCertificates.Verified;
import cn.yiwang.certificate.holder.HolderKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What everybody sees who holds the link: enough to compare with the certificate on the wall, no code of a person.
 *
 * @param holderName absent when what is stored of the holder was altered and cannot be read any more
 * @param signatureValid whether what is stored is still exactly what was signed at issue
 */
record VerificationView(
        String identifier,
        String certificateNumber,
        Named type,
        Named issuer,
        HolderKind holderKind,
        @Nullable String holderName,
        CodeAndLabel status,
        LocalDate issuedOn,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable LocalDate revokedOn,
        boolean signatureValid,
        Instant verifiedAt) {

    static VerificationView of(Verified verified, LocalDate today, Instant now) {
        Face face = verified.face();
        return new VerificationView(
                face.identifier().value(),
                face.number(),
                face.type(),
                face.issuer(),
                face.holderKind(),
                verified.holderName(),
                CodeAndLabel.of(face.publicStatus(today)),
                face.issuedOn(),
                face.validFrom(),
                face.validTo(),
                face.revokedOn(),
                verified.signatureValid(),
                now);
    }
}
