package cn.yiwang.certificate.type;

import cn.yiwang.standards.CertificateType;
import java.time.LocalDate;

/** A kind of certificate that this service issues. */
public record KnownType(CertificateType code, String name, int validityYears, NumberRule numberRule) {

    /** The last day of a certificate that is valid from this day. */
    public LocalDate validTo(LocalDate validFrom) {
        return validFrom.plusYears(validityYears).minusDays(1);
    }
}
