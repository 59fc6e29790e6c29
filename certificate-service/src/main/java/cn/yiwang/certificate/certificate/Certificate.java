package cn.yiwang.certificate.certificate;

import cn.yiwang.certificate.signature.Signature;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issued certificate. It changes only through {@link CertificateLifecycle}.
 *
 * @param requestId the request that it answers
 * @param version the version of the row, for ETag and If-Match
 * @param eventCount how many events were published about it
 */
public record Certificate(
        UUID id,
        UUID requestId,
        UUID applicationId,
        CertificateMetadata metadata,
        Signature signature,
        VerificationToken token,
        CertificateStatus status,
        @Nullable LocalDate revokedOn,
        long version,
        long eventCount) {

    static Certificate issued(
            UUID id,
            UUID requestId,
            UUID applicationId,
            CertificateMetadata metadata,
            Signature signature,
            VerificationToken token) {
        return new Certificate(
                id,
                requestId,
                applicationId,
                metadata,
                signature,
                token,
                CertificateLifecycle.TABLE.initial(),
                null,
                1,
                1);
    }

    /** The certificate after the event, nothing when it may not happen in this status. */
    Optional<Certificate> on(CertificateEvent event) {
        return CertificateLifecycle.TABLE.next(status, event).map(next -> switch (event) {
            case CertificateEvent.CertificateRevoked revoked ->
                new Certificate(
                        id,
                        requestId,
                        applicationId,
                        metadata,
                        signature,
                        token,
                        next,
                        revoked.on(),
                        version + 1,
                        eventCount + 1);
        });
    }

    Face face() {
        return new Face(
                metadata.identifier(),
                metadata.number(),
                metadata.type(),
                metadata.issuer(),
                metadata.holder().kind(),
                metadata.issuedOn(),
                metadata.validFrom(),
                metadata.validTo(),
                status,
                revokedOn);
    }

    public PublicStatus publicStatus(LocalDate today) {
        return PublicStatus.of(status, metadata.validTo(), today);
    }
}
