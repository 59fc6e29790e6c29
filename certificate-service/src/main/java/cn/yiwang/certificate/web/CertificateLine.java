package cn.yiwang.certificate.web;

import cn.yiwang.certificate.certificate.Face;
import cn.yiwang.certificate.certificate.Listed;
import cn.yiwang.certificate.certificate.Named;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One certificate in a list: the holder's name as everybody may see it, and no code. */
record CertificateLine(
        UUID id,
        String identifier,
        String certificateNumber,
        Named type,
        Named issuer,
        @Nullable String holderName,
        CodeAndLabel status,
        LocalDate validFrom,
        LocalDate validTo,
        UUID applicationId) {

    static CertificateLine of(Listed certificate, LocalDate today) {
        Face face = certificate.face();
        return new CertificateLine(
                certificate.id(),
                face.identifier().value(),
                face.number(),
                face.type(),
                face.issuer(),
                certificate.holderName(),
                CodeAndLabel.of(face.publicStatus(today)),
                face.validFrom(),
                face.validTo(),
                certificate.applicationId());
    }
}
