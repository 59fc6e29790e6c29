package cn.yiwang.application.mandate;

import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mandates between principals and their agents. */
@RestController
@RequestMapping(MandatesController.ROOT)
@PreAuthorize("hasRole('APPLICANT')")
class MandatesController {

    static final String ROOT = "/api/v1/mandates";

    private final GiveMandate give;
    private final ChangeMandate change;
    private final ReadMandates read;
    private final Clock clock;

    MandatesController(GiveMandate give, ChangeMandate change, ReadMandates read, Clock clock) {
        this.give = give;
        this.change = change;
        this.read = read;
        this.clock = clock;
    }

    /** What a written mandate has to say: Civil Code Art. 165. */
    @Schema(name = "NewMandate")
    record NewMandate(
            @NotNull @Valid NewAgent agent,
            @NotNull @Valid NewScope scope,
            @NotEmpty @Size(max = 5) Set<@NotNull MandateAction> actions,

            @Nullable @Schema(description = "The first day on which it counts; today when absent")
            LocalDate startsOn,

            @NotNull @Schema(description = "The last day on which it counts")
            LocalDate endsOn) {

        GiveMandate.Wish toWish() {
            return new GiveMandate.Wish(
                    new Mandate.Agent(agent.idNumber, agent.name), scope.toScope(), actions, startsOn, endsOn);
        }
    }

    @Schema(name = "NewMandateAgent")
    record NewAgent(
            @NotNull @Pattern(regexp = "[0-9]{17}[0-9X]") String idNumber,
            @NotNull @PlainText(min = 1, max = 60) String name) {}

    @Schema(name = "NewMandateScope")
    record NewScope(
            @NotNull MandateScope.Kind kind,

            @Nullable @Size(max = MandateScope.MOST_ITEMS) List<@NotNull @Pattern(regexp = "[0-9A-Z]{31}[0-9]{2}") String> itemCodes,

            @Nullable UUID applicationId) {

        MandateScope toScope() {
            return new MandateScope(kind, itemCodes == null ? List.of() : itemCodes, applicationId);
        }
    }

    @Schema(name = "MandateAnswer")
    record Answer(@NotNull Boolean accepted) {}

    /** On which side of the mandate the caller stands. */
    enum Side {
        PRINCIPAL,
        AGENT
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MandateView> give(Actor actor, IdempotentCall call, @Valid @RequestBody NewMandate body) {
        return call.run(body, () -> created(give.give(actor, body.toWish())));
    }

    @GetMapping
    Page<MandateView> list(Actor actor, PageRequest page, @RequestParam(defaultValue = "PRINCIPAL") Side side) {
        LocalDate today = ChinaTime.today(clock);
        Page<Mandate> found =
                switch (side) {
                    case PRINCIPAL -> read.givenBy(actor, page);
                    case AGENT -> read.givenTo(actor, page);
                };
        return found.map(mandate -> MandateView.of(mandate, today));
    }

    @GetMapping("/{id}")
    ResponseEntity<MandateView> read(Actor actor, @PathVariable UUID id) {
        Mandate mandate = read.read(actor, id);
        return ResponseEntity.ok().eTag(ETags.of(mandate.version())).body(view(mandate));
    }

    /** The agent accepts or declines; until then the mandate opens nothing. */
    @PostMapping("/{id}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MandateView> answer(
            Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id, @Valid @RequestBody Answer body) {
        return call.run(
                List.of(seen.version(), body),
                () -> created(change.take(
                        actor, id, seen.version(), body.accepted() ? MandateStep.ACCEPT : MandateStep.DECLINE)));
    }

    /** The principal takes it back: the agent's access ends at once. */
    @PostMapping("/{id}/revocations")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MandateView> revoke(Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id) {
        return call.run(
                Map.of("version", seen.version()),
                () -> created(change.take(actor, id, seen.version(), MandateStep.REVOKE)));
    }

    /** The agent gives it up. */
    @PostMapping("/{id}/renunciations")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MandateView> renounce(Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id) {
        return call.run(
                Map.of("version", seen.version()),
                () -> created(change.take(actor, id, seen.version(), MandateStep.RENOUNCE)));
    }

    private ResponseEntity<MandateView> created(Mandate mandate) {
        return ResponseEntity.created(URI.create(ROOT + "/" + mandate.id()))
                .eTag(ETags.of(mandate.version()))
                .body(view(mandate));
    }

    private MandateView view(Mandate mandate) {
        return MandateView.of(mandate, ChinaTime.today(clock));
    }
}
