package cn.yiwang.certificate.certificate;

import cn.yiwang.certificate.holder.HolderKind;
import cn.yiwang.starter.messaging.EventDraft;
import cn.yiwang.starter.messaging.Outbox;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is published about certificates: ids, codes and days, nobody's data. */
@Component
class CertificateNews {

    static final String TOPIC = "yiwang.certificate";
    static final String ISSUED = "cn.yiwang.certificate.issued.v1";
    static final String REVOKED = "cn.yiwang.certificate.revoked.v1";

    private final Outbox outbox;

    CertificateNews(Outbox outbox) {
        this.outbox = outbox;
    }

    private record Issued(
            UUID certificateId,
            UUID requestId,
            UUID applicationId,
            String identifier,
            String certificateNumber,
            String certificateType,
            String issuerCode,
            String division,
            HolderKind holderKind,
            LocalDate issuedOn,
            LocalDate validFrom,
            LocalDate validTo,
            int version) {}

    private record Revoked(
            UUID certificateId,
            UUID requestId,
            UUID applicationId,
            String identifier,
            String certificateType,
            String issuerCode,
            String division,
            LocalDate revokedOn) {}

    void issued(Certificate certificate) {
        CertificateMetadata metadata = certificate.metadata();
        send(
                ISSUED,
                certificate,
                new Issued(
                        certificate.id(),
                        certificate.requestId(),
                        certificate.applicationId(),
                        metadata.identifier().value(),
                        metadata.number(),
                        metadata.type().code(),
                        metadata.issuer().code(),
                        metadata.division(),
                        metadata.holder().kind(),
                        metadata.issuedOn(),
                        metadata.validFrom(),
                        metadata.validTo(),
                        metadata.identifier().version()));
    }

    void revoked(Certificate certificate, LocalDate on) {
        CertificateMetadata metadata = certificate.metadata();
        send(
                REVOKED,
                certificate,
                new Revoked(
                        certificate.id(),
                        certificate.requestId(),
                        certificate.applicationId(),
                        metadata.identifier().value(),
                        metadata.type().code(),
                        metadata.issuer().code(),
                        metadata.division(),
                        on));
    }

    private void send(String type, Certificate certificate, Object data) {
        outbox.send(new EventDraft(TOPIC, type, certificate.id().toString(), certificate.eventCount(), data));
    }
}
