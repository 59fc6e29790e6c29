package cn.yiwang.certificate.certificate;

import cn.yiwang.certificate.holder.HolderKind;
import cn.yiwang.standards.CertificateIdentifier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What everybody may see of a certificate, the name of its holder aside. */
public record Face(
        CertificateIdentifier identifier,
        String number,
        Named type,
        Named issuer,
        HolderKind holderKind,
        LocalDate issuedOn,
        LocalDate validFrom,
        LocalDate validTo,
        CertificateStatus status,
        @Nullable LocalDate revokedOn) {

    public PublicStatus publicStatus(LocalDate today) {
        return PublicStatus.of(status, validTo, today);
    }
}
