package cn.yiwang.certificate.certificate;

import cn.yiwang.certificate.certificate.CertificateEvent.CertificateRevoked;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.identity.SubjectType;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a certificate back (行政许可法 69); only a certificate officer of the issuing body can. */
@Service
public class RevokeCertificate {

    /** What the audit trail cites. The reason itself may name people: it lies sealed in the history. */
    private static final String LEGAL_GROUND = "行政许可法第六十九条";

    private final Certificates certificates;
    private final Visibility visibility;
    private final CertificateNews news;
    private final AuditTrail audit;
    private final Clock clock;

    RevokeCertificate(
            Certificates certificates, Visibility visibility, CertificateNews news, AuditTrail audit, Clock clock) {
        this.certificates = certificates;
        this.visibility = visibility;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Certificate revoke(Actor actor, UUID id, long version, String reason) {
        // The role alone does not do: a holder who has it elsewhere sees the own certificate, and must not end it here.
        if (actor.type() != SubjectType.STAFF || !actor.has(Role.CERTIFICATE_OFFICER)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        Certificate certificate = certificates
                .find(id, visibility.of(actor))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        if (certificate.version() != version) {
            throw new StaleVersionException();
        }
        CertificateRevoked event = new CertificateRevoked(ChinaTime.today(clock), reason);
        Certificate revoked = certificate
                .on(event)
                .orElseThrow(() -> new ProblemException(CertificateProblem.CERTIFICATE_NOT_IN_FORCE));
        certificates.change(revoked, event, actor.subject(), actor.name(), clock.instant());
        news.revoked(revoked, event.on());
        audit.record(
                actor,
                new AuditEntry(
                        "revoke-certificate",
                        "certificate",
                        id.toString(),
                        LEGAL_GROUND,
                        Map.of("identifier", certificate.metadata().identifier().value())));
        return revoked;
    }
}
