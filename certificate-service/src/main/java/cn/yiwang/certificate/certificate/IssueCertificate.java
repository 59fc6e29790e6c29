package cn.yiwang.certificate.certificate;

import cn.yiwang.certificate.signature.SigningKeys;
import cn.yiwang.certificate.type.CertificateTypes;
import cn.yiwang.certificate.type.KnownType;
import cn.yiwang.certificate.type.NumberRequest;
import cn.yiwang.standards.CertificateIdentifier;
import cn.yiwang.standards.division.Divisions;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.numbering.Serials;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Issues a certificate once for each request, however often it is asked for and whatever dies in between. */
@Service
public class IssueCertificate {

    private static final int FIRST_VERSION = 1;

    private final CertificateTypes types;
    private final Certificates certificates;
    private final Serials serials;
    private final SigningKeys keys;
    private final CertificateNews news;
    private final AuditTrail audit;
    private final Clock clock;

    IssueCertificate(
            CertificateTypes types,
            Certificates certificates,
            Serials serials,
            SigningKeys keys,
            CertificateNews news,
            AuditTrail audit,
            Clock clock) {
        this.types = types;
        this.certificates = certificates;
        this.serials = serials;
        this.keys = keys;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The certificate that answers the order: a new one, or the one issued before.
     *
     * @throws CannotBeIssuedException when the type is not known, the parts contradict each other, or the request was
     *     answered with a certificate for somebody else
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Certificate issue(IssueOrder order) {
        KnownType type = check(order);
        Optional<Certificate> before = certificates.answerTo(order.requestId());
        if (before.isPresent()) {
            return sameAnswer(before.get(), order);
        }
        Certificate certificate = compose(order, type);
        try {
            certificates.add(certificate, clock.instant());
        } catch (DuplicateKeyException e) {
            // Another instance answered the same request a moment ago; its transaction has ended, so its answer is
            // visible.
            return sameAnswer(certificates.committedAnswerTo(order.requestId()).orElseThrow(() -> e), order);
        }
        news.issued(certificate);
        audit.record(new AuditEntry(
                "issue-certificate",
                "certificate",
                certificate.id().toString(),
                null,
                Map.of(
                        "requestId", order.requestId(),
                        "applicationId", order.applicationId(),
                        "identifier", certificate.metadata().identifier().value())));
        return certificate;
    }

    private KnownType check(IssueOrder order) {
        KnownType type = types.find(order.type())
                .orElseThrow(() -> new CannotBeIssuedException("No certificate type " + order.type() + " is known"));
        if (!order.item().body().value().equals(order.issuer().code())) {
            throw new CannotBeIssuedException("The issuer is not the body of the item");
        }
        if (Divisions.bundled().find(order.division(), order.decidedOn()).isEmpty()) {
            throw new CannotBeIssuedException(
                    "Division %s is not in force on %s".formatted(order.division(), order.decidedOn()));
        }
        return type;
    }

    private Certificate compose(IssueOrder order, KnownType type) {
        NumberRequest wanted = new NumberRequest(order.item(), order.division(), order.holder(), order.decidedOn());
        String number =
                type.numberRule().number(wanted, serials.next(type.numberRule().series(wanted)));
        CertificateMetadata metadata = new CertificateMetadata(
                identifier(order, type),
                new Named(type.code().value(), type.name()),
                number,
                order.issuer(),
                order.division().value(),
                order.holder(),
                order.decidedOn(),
                order.decidedOn(),
                type.validTo(order.decidedOn()),
                order.item().value(),
                order.applicationNumber());
        UUID id = Ids.next();
        return Certificate.issued(
                id,
                order.requestId(),
                order.applicationId(),
                metadata,
                keys.sign(CanonicalMetadata.of(metadata)),
                VerificationToken.random());
    }

    private CertificateIdentifier identifier(IssueOrder order, KnownType type) {
        int year = order.decidedOn().getYear();
        long serial =
                serials.next("id:%s:%s:%d".formatted(type.code(), order.issuer().code(), year));
        return CertificateIdentifier.of(
                type.code().value(),
                order.issuer().code(),
                String.format(Locale.ROOT, "%d%08d", year, serial),
                FIRST_VERSION);
    }

    /** A request id stands for one request: the same id for another holder or another kind is not answered silently. */
    private static Certificate sameAnswer(Certificate before, IssueOrder order) {
        CertificateMetadata metadata = before.metadata();
        if (!metadata.type().code().equals(order.type())
                || !metadata.holder().code().equals(order.holder().code())
                || !before.applicationId().equals(order.applicationId())) {
            throw new CannotBeIssuedException(
                    "Request %s was answered with another certificate".formatted(order.requestId()));
        }
        return before;
    }
}
