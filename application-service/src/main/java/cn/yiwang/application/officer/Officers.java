package cn.yiwang.application.officer;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guide.Examination;
import cn.yiwang.application.officer.Recusals.Kind;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses officers what they may not do. Asks the database only where the application's own row says that there is something. */
@Component
public class Officers {

    private final Recusals recusals;
    private final Delegations delegations;
    private final OpenInspections inspections;
    private final AuditTrail audit;
    private final Clock clock;

    Officers(Recusals recusals, Delegations delegations, OpenInspections inspections, AuditTrail audit, Clock clock) {
        this.recusals = recusals;
        this.delegations = delegations;
        this.inspections = inspections;
        this.audit = audit;
        this.clock = clock;
    }

    /** Ends the call with 403 for an officer who is kept out of the application altogether. */
    public void requireNotRecused(Actor actor, long applicationKey, Staffing staffing) {
        if (staffing.recusals() > 0
                && recusals.of(applicationKey, actor.subject()).contains(Kind.RECUSED)) {
            throw new ProblemException(ApplicationProblem.OFFICER_RECUSED);
        }
    }

    /** The same for reviewing, from which the host of a hearing is kept out as well. */
    public void requireMayReview(Actor actor, long applicationKey, Staffing staffing) {
        if (staffing.recusals() > 0) {
            Set<Kind> kinds = recusals.of(applicationKey, actor.subject());
            if (!kinds.isEmpty()) {
                throw new ProblemException(
                        kinds.contains(Kind.RECUSED)
                                ? ApplicationProblem.OFFICER_RECUSED
                                : ApplicationProblem.HOST_DOES_NOT_REVIEW);
            }
        }
    }

    /** Ends the call with 409 while an inspection of the department is one officer's word. */
    public void requireConfirmedInspections(long applicationKey, String department, Staffing staffing) {
        if (staffing.inspectionsOpen() > 0 && inspections.exist(applicationKey, department)) {
            throw new ProblemException(ApplicationProblem.INSPECTION_UNCONFIRMED);
        }
    }

    /** Ends the call with 409 when it lies on somebody else's desk for whom the actor does not stand in today. */
    public void requireOwnDesk(Actor actor, UUID application, @Nullable String officer) {
        if (officer != null
                && !officer.equals(actor.subject())
                && standsInFor(actor, application, officer).isEmpty()) {
            throw new ProblemException(ApplicationProblem.CLAIMED_BY_ANOTHER);
        }
    }

    /** Whether the actor stands in for that officer today; each use goes on record with the name in which it is done. */
    public Optional<Delegation> standsInFor(Actor actor, UUID application, String officer) {
        Optional<Delegation> delegation = delegations.inForce(
                officer,
                actor.subject(),
                Objects.requireNonNullElse(actor.department(), ""),
                Objects.requireNonNullElse(actor.division(), ""),
                ChinaTime.today(clock));
        delegation.ifPresent(found -> audit.record(
                actor,
                new AuditEntry(
                        "act-in-the-name-of",
                        "application",
                        application.toString(),
                        found.id().toString(),
                        Map.of("principal", officer))));
        return delegation;
    }

    /** Ends the call with 409 when the guide has one officer review and another decide (前审后批), and the actor has reviewed. */
    public static void requireOtherEyes(Actor actor, Guide guide, Staffing staffing) {
        Guide.Handling handling = guide.guide().handling();
        if (handling != null
                && handling.examination() == Examination.REVIEW_THEN_APPROVAL
                && staffing.hasReviewed(actor.subject())) {
            throw new ProblemException(ApplicationProblem.REVIEWED_BY_DECIDER);
        }
    }
}
