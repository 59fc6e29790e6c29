package cn.yiwang.application.mandate;

import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.http.StaleVersionException;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The agent accepts, declines or gives a mandate up; the principal takes it back. */
@Component
class ChangeMandate {

    private final MandateRows rows;
    private final Principals principals;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeMandate(MandateRows rows, Principals principals, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.principals = principals;
        this.audit = audit;
        this.clock = clock;
    }

    /** Stores the step; runs in the caller's transaction. 404 for strangers, 403 for the other party, then 412 and 409. */
    Mandate take(Actor actor, UUID id, long seen, MandateStep step) {
        Mandates.refuse();
        byte[] principal = principals.ownIndex(actor);
        byte[] agent = principals.agentIndex(actor);
        Mandate before = rows.find(id, principal, agent, true).orElseThrow(ChangeMandate::notFound);
        byte[] party = step.party() == MandateStep.Party.AGENT
                ? principals.agentIndex(before.agent().idNumber())
                : principals.index(before.principal());
        if (!Arrays.equals(party, step.party() == MandateStep.Party.AGENT ? agent : principal)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        if (before.version() != seen) {
            throw new StaleVersionException();
        }
        MandateStatus status = before.statusOn(ChinaTime.today(clock));
        if (!step.isPossibleIn(status)) {
            throw new ProblemException(MandateProblem.MANDATE_STEP_NOT_ALLOWED, status.label());
        }
        rows.write(before, step, clock.instant());
        audit.record(
                actor,
                new AuditEntry(
                        step.action(),
                        "mandate",
                        id.toString(),
                        null,
                        Map.of("status", step.to().name())));
        return rows.find(id, principal, agent, false).orElseThrow(ChangeMandate::notFound);
    }

    private static ProblemException notFound() {
        return new ProblemException(CommonProblem.NOT_FOUND);
    }
}
