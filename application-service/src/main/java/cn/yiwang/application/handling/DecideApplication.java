package cn.yiwang.application.handling;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.certificate.CertificateRequests;
import cn.yiwang.application.certificate.Holder;
import cn.yiwang.application.commitment.Commitments;
import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.lifecycle.ApplicationEvent;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationGranted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationPartlyGranted;
import cn.yiwang.application.lifecycle.ApplicationEvent.ApplicationRefused;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.application.lifecycle.Mover;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.application.officer.Officers;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Grants an application, or refuses it with reasons and remedies. */
@Component
public class DecideApplication {

    private final Desk desk;
    private final Applicants applicants;
    private final Details details;
    private final CertificateRequests certificates;
    private final Commitments commitments;

    DecideApplication(
            Desk desk,
            Applicants applicants,
            Details details,
            CertificateRequests certificates,
            Commitments commitments) {
        this.desk = desk;
        this.applicants = applicants;
        this.details = details;
        this.certificates = certificates;
        this.commitments = commitments;
    }

    /** Stores it; runs in the caller's transaction. A grant against a department's opinion says why. */
    public Application grant(Actor actor, UUID id, long seen, @Nullable String reason) {
        Application before = desk.openAsCompetent(actor, id, seen);
        Guide guide = desk.guide(before);
        Officers.requireOtherEyes(actor, guide, before.staffing());
        ApplicationGranted event = new ApplicationGranted(guide.resultIsCertificate());
        before.next(event);
        if (before.objections() > 0) {
            requireReason(reason, "reason.against-opinion");
        }
        return grant(actor, before, event, reason, null);
    }

    /**
     * Grants a part and refuses the rest; the reasons say both. Stores it; runs in the caller's transaction.
     *
     * @param conditions codes of the guide's conditions that the refusal cites
     */
    public Application grantPartly(Actor actor, UUID id, long seen, @Nullable String reason, List<String> conditions) {
        Application before = desk.openAsCompetent(actor, id, seen);
        Guide guide = desk.guide(before);
        Officers.requireOtherEyes(actor, guide, before.staffing());
        ApplicationPartlyGranted event = new ApplicationPartlyGranted(guide.resultIsCertificate());
        before.next(event);
        requireReason(reason, "reason.refusal");
        return grant(actor, before, event, reason, cite(guide, conditions));
    }

    private Application grant(
            Actor actor,
            Application before,
            ApplicationEvent event,
            @Nullable String reason,
            @Nullable String refusedConditions) {
        Guide guide = desk.guide(before);
        Status next = before.next(event);
        requirePromisesKept(before);
        Instant now = desk.now();
        LocalDate today = Desk.day(now);
        Due due = desk.dueDates().of(Limit.DELIVERY, guide, today);
        UUID request = guide.resultIsCertificate() ? Ids.next() : null;
        Mover mover = request == null ? next.mover() : Mover.CERTIFICATE_SERVICE;
        Change change = Change.waiting(before, next, mover, due, today)
                .set("outcome", next.name())
                .set("reason", reason)
                .set("decided_at", now)
                // Picked up by the publication of decisions (Art. 40).
                .set("unpublished_since", today);
        if (event instanceof ApplicationPartlyGranted) {
            change.set("cited_conditions", refusedConditions)
                    .set("remedies", Remedies.text(guide.body().name(), today));
        }
        if (request != null) {
            change.set("certificate_request_id", Ids.toBytes(request));
        }
        Application granted = desk.applications().write(before, change, 1, now);
        desk.journal().write(granted, desk.journal().entry(event, before.status(), granted, actor, null, now));
        desk.journal().publish(granted, guide.version(), event);
        desk.journal().audit(actor, "grant-application", granted, due.basis());
        if (before.committed()) {
            commitments.beginCheck(before.key(), today);
        }
        if (request != null) {
            certificates.send(request, granted.id(), granted.givenNumber(), guide, today, holder(granted));
        }
        return granted;
    }

    /**
     * Stores it; runs in the caller's transaction.
     *
     * @param conditions codes of the guide's conditions that the refusal cites
     */
    public Application refuse(Actor actor, UUID id, long seen, @Nullable String reason, List<String> conditions) {
        Application before = desk.openAsCompetent(actor, id, seen);
        ApplicationRefused event = new ApplicationRefused();
        Status next = before.next(event);
        requireReason(reason, "reason.refusal");
        Instant now = desk.now();
        Guide guide = desk.guide(before);
        Officers.requireOtherEyes(actor, guide, before.staffing());
        Change change = Change.closed(before, next)
                .set("outcome", next.name())
                .set("reason", reason)
                .set("remedies", Remedies.text(guide.body().name(), Desk.day(now)))
                .set("cited_conditions", cite(guide, conditions))
                .set("decided_at", now);
        Application refused = desk.applications().write(before, change, 1, now);
        desk.journal().write(refused, desk.journal().entry(event, before.status(), refused, actor, null, now));
        desk.journal().publish(refused, guide.version(), event);
        desk.journal().audit(actor, "refuse-application", refused, Remedies.BASIS);
        return refused;
    }

    private Holder holder(Application granted) {
        Applicant applicant = applicants.open(details.sealedApplicant(granted.key()));
        return new Holder(applicant.type(), applicant.name(), applicant.code(), applicant.fields());
    }

    private static void requirePromisesKept(Application before) {
        if (before.promisedMaterials() > 0) {
            throw new ProblemException(ApplicationProblem.PROMISED_MATERIALS_OUTSTANDING, before.promisedMaterials());
        }
    }

    /** A refusal rests on the guide's conditions and on nothing else (Administrative Licensing Law Art. 38). */
    private static @Nullable String cite(Guide guide, List<String> conditions) {
        ProblemException outside = new ProblemException(ApplicationProblem.REQUIREMENT_OUTSIDE_GUIDE);
        boolean allInside = true;
        for (int i = 0; i < conditions.size(); i++) {
            if (guide.requirement(conditions.get(i)).isEmpty()) {
                outside.at("/conditions/" + i, "requirement.outside-guide", conditions.get(i));
                allInside = false;
            }
        }
        if (!allInside) {
            throw outside;
        }
        return conditions.isEmpty() ? null : String.join(",", conditions);
    }

    private static void requireReason(@Nullable String reason, String why) {
        if (reason == null || reason.isBlank()) {
            throw new ProblemException(ApplicationProblem.REASON_REQUIRED).at("/reason", why);
        }
    }
}
