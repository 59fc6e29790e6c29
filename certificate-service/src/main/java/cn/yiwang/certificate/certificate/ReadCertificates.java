package cn.yiwang.certificate.certificate;

import cn.yiwang.certificate.signature.SigningKeys;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.SubjectType;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows certificates to those who may see them, and to those who hold a link. */
@Service
public class ReadCertificates {

    private final Certificates certificates;
    private final Visibility visibility;
    private final SigningKeys keys;
    private final AuditTrail audit;

    ReadCertificates(Certificates certificates, Visibility visibility, SigningKeys keys, AuditTrail audit) {
        this.certificates = certificates;
        this.visibility = visibility;
        this.keys = keys;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Page<Listed> list(Actor actor, PageRequest page) {
        return certificates.list(visibility.of(actor), page);
    }

    /** One certificate with its holder's data; that an officer looked is on record. */
    @Transactional
    public Certificate read(Actor actor, UUID id) {
        Certificate certificate = find(actor, id);
        if (actor.type() == SubjectType.STAFF) {
            audit.record(actor, new AuditEntry("view-certificate", "certificate", id.toString(), null, Map.of()));
        }
        return certificate;
    }

    @Transactional(readOnly = true)
    public Certificate find(Actor actor, UUID id) {
        return certificates
                .find(id, visibility.of(actor))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    /**
     * What a link shows; the signature is checked again over what is stored now.
     *
     * @param holderName null when it can no longer be read
     */
    public record Verified(Face face, @Nullable String holderName, boolean signatureValid) {}

    @Transactional(readOnly = true)
    public Verified verify(String identifier, @Nullable String token) {
        Linked linked = certificates
                .ofLink(identifier, token)
                .orElseThrow(() -> new ProblemException(CertificateProblem.CERTIFICATE_NOT_VERIFIED));
        return switch (linked) {
            case Linked.Whole(Certificate certificate) -> {
                CertificateMetadata metadata = certificate.metadata();
                boolean valid = keys.verify(certificate.signature(), CanonicalMetadata.of(metadata));
                yield new Verified(certificate.face(), metadata.holder().publicName(), valid);
            }
            case Linked.Damaged(Face face) -> new Verified(face, null, false);
        };
    }
}
