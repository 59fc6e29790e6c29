package cn.yiwang.application.worklist;

import cn.yiwang.application.worklist.Assign.Action;
import cn.yiwang.application.worklist.Assign.Outcome;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Moves work between the pool and desks, one piece or up to a hundred. */
@RestController
@RequestMapping("/api/v1/worklist/assignments")
class AssignmentsController {

    private static final int MOST_AT_ONCE = 100;

    private final Assign assign;

    AssignmentsController(Assign assign) {
        this.assign = assign;
    }

    /** Answers for each application what became of it. Only an approver of the body reassigns, whatever the role of the work. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('WINDOW_CLERK', 'REVIEWER', 'APPROVER')")
    ResponseEntity<Outcomes> assign(Actor actor, IdempotentCall call, @Valid @RequestBody Assignment body) {
        Role role = role(actor, body);
        if ((body.to() != null) != (body.action() == Action.REASSIGN)) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("/to", "invalid-value");
        }
        return call.run(body, () -> ResponseEntity.status(HttpStatus.CREATED)
                .body(new Outcomes(assign.assign(actor, role, body.action(), body.to(), body.applications()))));
    }

    private static Role role(Actor actor, Assignment body) {
        if (body.action() != Action.REASSIGN) {
            return Desks.choose(actor, body.role());
        }
        if (!actor.has(Role.APPROVER) || actor.department() == null || actor.division() == null) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return body.role() == null ? Role.APPROVER : Desks.named(body.role());
    }

    @Schema(name = "Assignment")
    record Assignment(
            @NotNull Action action,

            @Nullable @PlainText(min = 1, max = 20) @Schema(allowableValues = {"window_clerk", "reviewer", "approver"})
            String role,

            @Nullable @PlainText(min = 1, max = 200) @Schema(description = "Subject of the officer; for REASSIGN only")
            String to,

            @NotNull @NotEmpty @Size(max = MOST_AT_ONCE) List<@NotNull UUID> applications) {}

    @Schema(name = "AssignmentOutcomes")
    record Outcomes(List<Outcome> items) {}
}
