package cn.yiwang.application.material;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A certificate that stands for a material.
 *
 * @param code the material's
 * @param snapshot what the certificate said when it was fetched; never changed
 * @param consentId the applicant's consent, which certificate-service keeps beside the use
 */
public record CertificateUse(
        UUID id,
        String code,
        UUID certificateId,
        TrustGrade grade,
        LocalDate validTo,
        Snapshot snapshot,
        UUID consentId,
        Instant usedAt) {

    /** What is written on the certificate; the text form gives nothing away. */
    public record Snapshot(
            String identifier,
            String number,
            String type,
            String issuer,
            String holder,
            LocalDate issuedOn,
            LocalDate validFrom,
            Map<String, String> fields) {

        public Snapshot {
            fields = Map.copyOf(fields);
        }

        @Override
        public String toString() {
            return "Snapshot[***]";
        }
    }
}
