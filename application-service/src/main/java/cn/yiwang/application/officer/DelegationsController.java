package cn.yiwang.application.officer;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.audit.AuditEntry;
import cn.yiwang.starter.audit.AuditTrail;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Standing in for colleagues who are away. It lends nobody a role: the deputy acts with their own, in the other's name. */
@RestController
@RequestMapping("/api/v1/delegations")
@PreAuthorize("hasAnyRole('WINDOW_CLERK', 'REVIEWER', 'APPROVER')")
class DelegationsController {

    private static final int LONGEST_DAYS = 366;

    private final Delegations delegations;
    private final AuditTrail audit;
    private final Clock clock;

    DelegationsController(Delegations delegations, AuditTrail audit, Clock clock) {
        this.delegations = delegations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Names a deputy for the caller, or, by an approver, for a colleague who cannot do so. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DelegationView> add(Actor actor, IdempotentCall call, @Valid @RequestBody NewDelegation body) {
        String department = actor.department();
        String division = actor.division();
        String principal = body.principal() == null ? actor.subject() : body.principal();
        if (department == null
                || division == null
                || (!principal.equals(actor.subject()) && !actor.has(Role.APPROVER))) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        requirePossible(body, principal);
        return call.run(body, () -> {
            Delegation delegation = new Delegation(
                    Ids.next(),
                    department,
                    division,
                    principal,
                    body.deputy(),
                    body.from(),
                    body.to(),
                    body.reason(),
                    null);
            delegations.add(delegation, actor.subject(), clock.instant());
            record(actor, "add-delegation", delegation);
            return ResponseEntity.created(URI.create("/api/v1/delegations/" + delegation.id()))
                    .body(DelegationView.of(delegation));
        });
    }

    /** The caller's own, as principal or deputy, that are not over. */
    @GetMapping
    DelegationsView list(Actor actor) {
        return new DelegationsView(delegations.of(actor.subject(), ChinaTime.today(clock)).stream()
                .map(DelegationView::of)
                .toList());
    }

    @PostMapping("/{id}/revocations")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DelegationView> revoke(Actor actor, IdempotentCall call, @PathVariable UUID id) {
        return call.run(Map.of("id", id), () -> {
            Delegation found = delegations
                    .lock(id, String.valueOf(actor.department()), String.valueOf(actor.division()))
                    .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
            if (!found.principal().equals(actor.subject()) && !actor.has(Role.APPROVER)) {
                throw new ProblemException(CommonProblem.FORBIDDEN);
            }
            delegations.revoke(id, clock.instant());
            record(actor, "revoke-delegation", found);
            return ResponseEntity.status(HttpStatus.CREATED).body(DelegationView.of(found));
        });
    }

    private void requirePossible(NewDelegation body, String principal) {
        LocalDate today = ChinaTime.today(clock);
        if (body.deputy().equals(principal)) {
            throw new ProblemException(ApplicationProblem.DELEGATION_NOT_POSSIBLE)
                    .at("/deputy", "delegation.to-oneself");
        }
        if (body.to().isBefore(body.from())
                || body.to().isBefore(today)
                || body.to().isAfter(body.from().plusDays(LONGEST_DAYS))) {
            throw new ProblemException(ApplicationProblem.DELEGATION_NOT_POSSIBLE).at("/to", "delegation.period");
        }
    }

    private void record(Actor actor, String action, Delegation delegation) {
        audit.record(
                actor,
                new AuditEntry(
                        action,
                        "delegation",
                        delegation.id().toString(),
                        null,
                        Map.of("principal", delegation.principal(), "deputy", delegation.deputy())));
    }

    @Schema(name = "NewDelegation")
    record NewDelegation(
            @Nullable @PlainText(min = 1, max = 200)
            @Schema(description = "Subject of the colleague who is away; the caller when absent")
            String principal,

            @NotNull @PlainText(min = 1, max = 200) @Schema(description = "Subject of whoever stands in")
            String deputy,

            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull @PlainText(min = 1, max = 500) String reason) {}

    @Schema(name = "Delegations")
    record DelegationsView(List<DelegationView> items) {}

    @Schema(name = "Delegation")
    record DelegationView(
            UUID id, String principal, String deputy, LocalDate from, LocalDate to, String reason, boolean revoked) {

        static DelegationView of(Delegation delegation) {
            return new DelegationView(
                    delegation.id(),
                    delegation.principal(),
                    delegation.deputy(),
                    delegation.from(),
                    delegation.to(),
                    delegation.reason(),
                    delegation.revokedAt() != null);
        }
    }
}
