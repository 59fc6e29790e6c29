package cn.yiwang.application.worklist;

import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which role somebody asks for their worklist. */
final class Desks {

    private static final List<Role> ROLES = List.of(Role.REVIEWER, Role.WINDOW_CLERK, Role.APPROVER);

    private Desks() {}

    /**
     * The role that was named, or the only one the actor has.
     *
     * @throws ProblemException 403 when the actor does not have it, 400 when it must be named
     */
    static Role choose(Actor actor, @Nullable String named) {
        List<Role> held = ROLES.stream().filter(actor::has).toList();
        if (held.isEmpty() || actor.department() == null || actor.division() == null) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        if (named == null && held.size() > 1) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("role", "required");
        }
        if (named == null) {
            return held.getFirst();
        }
        return allowed(actor, named(named));
    }

    /** The desk of that name; 400 when there is none. */
    static Role named(String name) {
        return ROLES.stream()
                .filter(role -> role.claim().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonProblem.INVALID_REQUEST).at("role", "invalid-value"));
    }

    private static Role allowed(Actor actor, Role role) {
        if (!actor.has(role)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return role;
    }
}
