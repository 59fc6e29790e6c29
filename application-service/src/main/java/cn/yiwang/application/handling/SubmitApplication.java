package cn.yiwang.application.handling;

import cn.yiwang.application.commitment.Commitments;
import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.GuideLookup;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationSubmitted;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.mandate.MandateAction;
import cn.yiwang.application.material.CertificateUses;
import cn.yiwang.application.material.Materials;
import cn.yiwang.application.number.ApplicationNumbers;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.SubjectType;
import cn.yiwang.starter.numbering.QueryCodes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands a draft in: checked against its pinned guide, numbered, and the clock of acceptance starts. */
@Component
public class SubmitApplication {

    private final Desk desk;
    private final Applicants applicants;
    private final Details details;
    private final Materials materials;
    private final CertificateUses certificates;
    private final ApplicationNumbers numbers;
    private final QueryCodes queryCodes;

    SubmitApplication(
            Desk desk,
            Applicants applicants,
            Details details,
            Materials materials,
            CertificateUses certificates,
            ApplicationNumbers numbers,
            QueryCodes queryCodes) {
        this.desk = desk;
        this.applicants = applicants;
        this.details = details;
        this.materials = materials;
        this.certificates = certificates;
        this.numbers = numbers;
        this.queryCodes = queryCodes;
    }

    /** What has to be asked or reserved elsewhere before the transaction begins. */
    public record Prepared(UUID id, GuideLookup lookup, LocalDate today, String number) {}

    public Prepared prepare(Actor actor, UUID id) {
        Application seen = desk.applications().read(id, desk.access().of(actor));
        LocalDate today = ChinaTime.today(desk.clock());
        String implementation = desk.guide(seen).implementationCode();
        return new Prepared(
                id, desk.guides().lookUp(seen.itemCode(), today), today, numbers.next(implementation, today));
    }

    /** Stores it; runs in the caller's transaction. */
    public OpenApplication.Opened submit(Actor actor, long seen, Prepared prepared) {
        Application draft = desk.openAsApplicant(actor, MandateAction.SUBMIT, prepared.id(), seen);
        ApplicationSubmitted event = new ApplicationSubmitted();
        Status next = draft.next(event);
        Guide guide = desk.guide(draft);
        Applicant applicant = applicants.open(details.sealedApplicant(draft.key()));
        Refusals.throwFirst(SubmissionRules.againstApplying(guide, applicant.type(), assurance(actor)));
        Refusals.throwFirst(SubmissionRules.againstSubmitting(
                guide,
                prepared.lookup().get().guide().version(),
                prepared.today(),
                given(guide, draft, prepared.today())));

        if (guide.concernsLicence()) {
            Refusals.throwFirst(SubmissionRules.againstLicence(guide, details.licence(draft.key())));
        }
        Instant now = desk.now();
        String code = queryCodes.random();
        Due due = desk.dueDates().of(Limit.ACCEPTANCE, guide, prepared.today());
        Change change = Change.waiting(draft, next, next.mover(), due, prepared.today())
                .set("number", prepared.number())
                .set("query_code_hash", queryCodes.hash(prepared.number(), code))
                .set("submitted_at", now);
        Application submitted = desk.applications().write(draft, change, 1, now);
        desk.journal().write(submitted, desk.journal().entry(event, draft.status(), submitted, actor, null, now));
        desk.journal().publish(submitted, guide.version(), event);
        return new OpenApplication.Opened(submitted, code);
    }

    /** A draft that staff can see was taken in at their window. */
    private static int assurance(Actor actor) {
        return actor.type() == SubjectType.STAFF ? SubmissionRules.SEEN_IN_PERSON : actor.assurance();
    }

    /** The materials that are there: by a file, by a certificate that is still valid, or by a commitment in their place. */
    private Set<String> given(Guide guide, Application draft, LocalDate today) {
        Set<String> given = new HashSet<>(materials.codes(draft.key()));
        if (guide.hasMaterialsCoveredByCertificates()) {
            given.addAll(certificates.codes(draft.key(), today));
        }
        if (draft.committed()) {
            given.addAll(Commitments.covered(guide));
        }
        return given;
    }
}
