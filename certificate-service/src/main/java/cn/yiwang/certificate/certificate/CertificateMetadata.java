package cn.yiwang.certificate.certificate;

import cn.yiwang.certificate.holder.Holder;
import cn.yiwang.standards.CertificateIdentifier;
import java.time.LocalDate;

/** What a certificate says (the metadata of GB/T 36903). It never changes after issue, and the signature covers all of it. */
public record CertificateMetadata(
        CertificateIdentifier identifier,
        Named type,
        String number,
        Named issuer,
        String division,
        Holder holder,
        LocalDate issuedOn,
        LocalDate validFrom,
        LocalDate validTo,
        String itemCode,
        String applicationNumber) {}
