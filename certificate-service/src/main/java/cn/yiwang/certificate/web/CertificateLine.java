package cn.yiwang.certificate.web;

import cn.yiwang.certificate.certificate.Certificate;
import cn.yiwang.certificate.certificate.CertificateMetadata;
import cn.yiwang.certificate.certificate.Named;
import java.time.LocalDate;
import java.util.UUID;

/** One certificate in a list: the holder's name as everybody may see it, and no code. */
record CertificateLine(
        UUID id,
        String identifier,
        String certificateNumber,
        Named type,
        Named issuer,
        String holderName,
        CodeAndLabel status,
        LocalDate validFrom,
        LocalDate validTo,
        UUID applicationId) {

    static CertificateLine of(Certificate certificate, LocalDate today) {
        CertificateMetadata metadata = certificate.metadata();
        return new CertificateLine(
                certificate.id(),
                metadata.identifier().value(),
                metadata.number(),
                metadata.type(),
                metadata.issuer(),
                metadata.holder().publicName(),
                CodeAndLabel.of(certificate.publicStatus(today)),
                metadata.validFrom(),
                metadata.validTo(),
                certificate.applicationId());
    }
}
