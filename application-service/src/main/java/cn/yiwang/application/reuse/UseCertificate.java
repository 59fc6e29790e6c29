package cn.yiwang.application.reuse;

import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.AttachMaterial;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.handling.ReadApplicant;
import cn.yiwang.application.mandate.Acting;
import cn.yiwang.application.mandate.Principal;
import cn.yiwang.application.material.CertificateUse;
import cn.yiwang.application.material.CertificateUses;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets an e-certificate stand for a material, with the applicant's consent; what it says now is kept. */
@Component
class UseCertificate {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Desk desk;
    private final AttachMaterial attach;
    private final ReadApplicant applicants;
    private final HeldCertificates held;
    private final CertificateUses uses;

    UseCertificate(
            Desk desk, AttachMaterial attach, ReadApplicant applicants, HeldCertificates held, CertificateUses uses) {
        this.desk = desk;
        this.attach = attach;
        this.applicants = applicants;
        this.held = held;
        this.uses = uses;
    }

    /** What was kept, and the application it belongs to. */
    record Used(Application application, CertificateUse use) {}

    /** Asks certificate-service, outside of any transaction, for a caller who may add to the application. */
    CertificateLookup ask(Actor actor, UUID id, String materialCode, boolean consent) {
        Guide.Material material = attach.wanted(actor, id, materialCode);
        if (!material.coverableByCertificate()) {
            throw new ProblemException(ReuseProblem.NO_CERTIFICATE_FORESEEN);
        }
        if (!consent) {
            throw new ProblemException(ReuseProblem.CONSENT_REQUIRED).at("/consent", "certificate-use.consent");
        }
        Application application = desk.read(actor, id);
        Principal applicant = applicants.of(application);
        return held.find(
                material, new HeldCertificates.Purpose(applicant.type(), applicant.code(), id, application.itemCode()));
    }

    /** Stores it; runs in the caller's transaction. */
    Used use(Actor actor, UUID id, String materialCode, CertificateLookup lookup) {
        CertificateUse use =
                switch (lookup) {
                    case CertificateLookup.Found found -> found.use();
                    case CertificateLookup.Nothing _ ->
                        throw instead(new ProblemException(ReuseProblem.NO_CERTIFICATE_TO_USE));
                    case CertificateLookup.Unavailable _ ->
                        throw instead(new ProblemException(ReuseProblem.CERTIFICATES_UNAVAILABLE))
                                .retryAfter(PATIENCE);
                };
        Application draft = attach.open(actor, id, materialCode);
        uses.put(draft.key(), use, actor.subject(), Acting.mandateId());
        return new Used(attach.write(actor, draft, materialCode), use);
    }

    /** The application goes on in any case: the file can be handed in. */
    private static ProblemException instead(ProblemException problem) {
        return problem.at("materialCode", "alternative.upload");
    }
}
