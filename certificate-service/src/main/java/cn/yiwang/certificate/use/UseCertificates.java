package cn.yiwang.certificate.use;

import cn.yiwang.certificate.certificate.Certificate;
import cn.yiwang.certificate.certificate.Certificates;
import cn.yiwang.certificate.certificate.InForce;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the certificates of a holder that can stand in for a material; every answer is on record with its consent. */
@Service
class UseCertificates {

    private final Certificates certificates;
    private final AuditTrail audit;
    private final Clock clock;

    UseCertificates(Certificates certificates, AuditTrail audit, Clock clock) {
        this.certificates = certificates;
        this.audit = audit;
        this.clock = clock;
    }

    /** For what the holder consented, and where it is written down. */
    record Purpose(UUID consentReference, UUID applicationId, String itemCode) {}

    @Transactional
    public List<Certificate> find(Actor service, InForce wanted, Purpose purpose) {
        List<Certificate> found = certificates.inForce(wanted, ChinaTime.today(clock));
        found.forEach(certificate -> audit.record(
                service,
                new AuditEntry(
                        "use-certificate",
                        "certificate",
                        certificate.id().toString(),
                        "国务院令第716号第十条",
                        Map.of(
                                "consent",
                                purpose.consentReference().toString(),
                                "application",
                                purpose.applicationId().toString(),
                                "item",
                                purpose.itemCode()))));
        return found;
    }
}
