package cn.yiwang.application.mandate;

import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.standards.CitizenId;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A principal signs a mandate; it opens nothing until the agent accepts it. */
@Component
class GiveMandate {

    private final MandateRows rows;
    private final Principals principals;
    private final AuditTrail audit;
    private final Clock clock;

    GiveMandate(MandateRows rows, Principals principals, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.principals = principals;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the principal signs; the first day is today when absent. */
    record Wish(
            Mandate.Agent agent,
            MandateScope scope,
            Set<MandateAction> actions,
            @Nullable LocalDate startsOn,
            LocalDate endsOn) {}

    /** Stores it; runs in the caller's transaction. A mandate is given by the principal alone, never by an agent (Civil Code Art. 169). */
    Mandate give(Actor actor, Wish wish) {
        Mandates.refuse();
        Principal principal = principals.own(actor);
        LocalDate today = ChinaTime.today(clock);
        LocalDate starts = wish.startsOn() == null ? today : wish.startsOn();
        check(principal, wish, starts, today);
        Long application = application(principal, wish.scope().applicationId());
        Mandate mandate = new Mandate(
                0,
                Ids.next(),
                principal,
                wish.agent(),
                MandateStatus.OFFERED,
                wish.scope(),
                wish.actions(),
                starts,
                wish.endsOn(),
                1,
                clock.instant(),
                null,
                null);
        rows.insert(mandate, application, actor.subject());
        audit.record(
                actor,
                new AuditEntry(
                        "give-mandate",
                        "mandate",
                        mandate.id().toString(),
                        "民法典第一百六十五条",
                        Map.of(
                                "scope",
                                wish.scope().kind(),
                                "endsOn",
                                wish.endsOn().toString())));
        return mandate;
    }

    private static void check(Principal principal, Wish wish, LocalDate starts, LocalDate today) {
        if (!CitizenId.isValid(wish.agent().idNumber())) {
            throw inconsistent("/agent/idNumber", "mandate.agent-id");
        }
        if (principal.type() == Audience.PERSON
                && principal.code().equals(wish.agent().idNumber())) {
            throw inconsistent("/agent/idNumber", "mandate.agent-is-principal");
        }
        if (!wish.scope().isConsistent()) {
            throw inconsistent("/scope", "mandate.scope");
        }
        if (wish.endsOn().isBefore(starts) || wish.endsOn().isBefore(today)) {
            throw inconsistent("/endsOn", "mandate.ends-before-it-starts");
        }
    }

    private @Nullable Long application(Principal principal, @Nullable UUID id) {
        return id == null
                ? null
                : rows.applicationOf(principals.index(principal), id)
                        .orElseThrow(() -> inconsistent("/scope/applicationId", "mandate.application"));
    }

    private static ProblemException inconsistent(String pointer, String messageKey) {
        return new ProblemException(MandateProblem.MANDATE_INCONSISTENT).at(pointer, messageKey);
    }
}
