package cn.yiwang.certificate.web;

import cn.yiwang.certificate.certificate.Certificate;
import cn.yiwang.certificate.certificate.CertificateMetadata;
import cn.yiwang.certificate.certificate.Named;
import cn.yiwang.certificate.holder.Holder;
import cn.yiwang.certificate.holder.HolderKind;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One certificate for its holder and for the staff of its issuer, with everything that is written on it. */
record CertificateView(
        UUID id,
        String identifier,
        String certificateNumber,
        Named type,
        Named issuer,
        String division,
        HolderView holder,
        CodeAndLabel status,
        LocalDate issuedOn,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable LocalDate revokedOn,
        String itemCode,
        UUID applicationId,
        String applicationNumber,
        SortedMap<String, String> fields,
        String verificationLink,
        long version) {

    /** Who the certificate is for. */
    record HolderView(HolderKind kind, String name, String code, CodeAndLabel codeType) {

        static HolderView of(Holder holder) {
            return new HolderView(
                    holder.kind(),
                    holder.name(),
                    holder.code(),
                    new CodeAndLabel(holder.codeType().code(), holder.codeType().label()));
        }
    }

    static CertificateView of(Certificate certificate, String verificationLink, LocalDate today) {
        CertificateMetadata metadata = certificate.metadata();
        return new CertificateView(
                certificate.id(),
                metadata.identifier().value(),
                metadata.number(),
                metadata.type(),
                metadata.issuer(),
                metadata.division(),
                HolderView.of(metadata.holder()),
                CodeAndLabel.of(certificate.publicStatus(today)),
                metadata.issuedOn(),
                metadata.validFrom(),
                metadata.validTo(),
                certificate.revokedOn(),
                metadata.itemCode(),
                certificate.applicationId(),
                metadata.applicationNumber(),
                metadata.holder().fields(),
                verificationLink,
                certificate.version());
    }
}
