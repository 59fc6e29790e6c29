package cn.yiwang.application.worklist;

import cn.yiwang.application.officer.Recusals;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims work from the pool, gives it back, or puts it on somebody's desk; one refusal in a bundle stops no other. */
@Component
class Assign {

    private final Assignments assignments;
    private final Recusals recusals;
    private final AuditTrail audit;

    Assign(Assignments assignments, Recusals recusals, AuditTrail audit) {
        this.assignments = assignments;
        this.recusals = recusals;
        this.audit = audit;
    }

    enum Action {
        CLAIM,
        RELEASE,
        REASSIGN
    }

    /** What became of one piece of work. */
    enum Result {
        DONE,
        /** There is no such work for this body and role. */
        NOT_FOUND,
        /** It lies on another desk. */
        CLAIMED_BY_ANOTHER,
        /** The officer is kept out of the application. */
        RECUSED
    }

    @Schema(name = "AssignmentOutcome")
    record Outcome(UUID applicationId, Result result) {}

    /** Stores it; runs in the caller's transaction. In the order of the ids, so that two bundles never wait for each other. */
    List<Outcome> assign(Actor actor, Role role, Action action, @Nullable String to, List<UUID> applications) {
        return applications.stream()
                .distinct()
                .sorted()
                .map(id -> new Outcome(id, one(actor, role, action, to, id)))
                .toList();
    }

    private Result one(Actor actor, Role role, Action action, @Nullable String to, UUID id) {
        Optional<Assignments.Place> place = assignments.lock(actor, role, id);
        if (place.isEmpty()) {
            return Result.NOT_FOUND;
        }
        String officer = place.get().officer();
        String next =
                switch (action) {
                    case CLAIM -> actor.subject();
                    case RELEASE -> null;
                    case REASSIGN -> to;
                };
        boolean anothers = officer != null && !officer.equals(actor.subject());
        if (anothers && action != Action.REASSIGN) {
            return Result.CLAIMED_BY_ANOTHER;
        }
        if (next != null && recusals.isKeptOut(place.get().applicationKey(), next)) {
            return Result.RECUSED;
        }
        assignments.put(actor, role, id, next);
        audit.record(
                actor,
                new AuditEntry(
                        "assign-work",
                        "application",
                        id.toString(),
                        null,
                        Map.of(
                                "action",
                                action.name(),
                                "from",
                                officer == null ? "" : officer,
                                "to",
                                next == null ? "" : next)));
        return Result.DONE;
    }
}
