package cn.yiwang.application.handling;

import cn.yiwang.application.handling.CertificateNews.Certificate;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationDelivered;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.ids.Ids;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Notes what became of a certificate; being issued delivers it to the applicant's space. */
@Component
class RecordCertificate {

    private final Desk desk;
    private final Details details;

    RecordCertificate(Desk desk, Details details) {
        this.desk = desk;
        this.details = details;
    }

    /** Certificates that nobody asked for here are somebody else's. */
    void issued(Certificate certificate, long sequence) {
        Optional<Application> found = desk.applications().lockByCertificateRequest(certificate.requestId());
        if (found.isEmpty() || isOld(found.get(), sequence)) {
            return;
        }
        Application before = found.get();
        ApplicationDelivered event =
                new ApplicationDelivered(certificate.certificateId().toString());
        Status next = before.next(event);
        Instant now = desk.now();
        Change change = Change.closed(before, next)
                .set("certificate_id", Ids.toBytes(certificate.certificateId()))
                .set("certificate_identifier", certificate.identifier())
                .set("certificate_status", "ISSUED")
                .set("certificate_sequence", sequence)
                .set("delivered_at", now);
        Application delivered = desk.applications().write(before, change, 1, now);
        desk.journal()
                .write(delivered, desk.journal().entry(event, before.status(), delivered, null, "CERTIFICATE", now));
        desk.journal().publish(delivered, desk.guide(delivered).version(), event);
    }

    void revoked(Certificate certificate, long sequence) {
        Optional<Application> found = desk.applications().lockByCertificateRequest(certificate.requestId());
        if (found.isEmpty() || isOld(found.get(), sequence)) {
            return;
        }
        Application before = found.get();
        Change change = Change.of(before, before.status(), before.mover())
                .set("certificate_status", "REVOKED")
                .set("certificate_sequence", sequence);
        desk.applications().write(before, change, 0, desk.now());
    }

    /** An event that is not newer than what was noted changes nothing. */
    private boolean isOld(Application application, long sequence) {
        return details.certificateSequence(application.key()) >= sequence;
    }
}
