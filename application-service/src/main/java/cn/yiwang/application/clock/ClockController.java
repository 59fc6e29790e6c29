package cn.yiwang.application.clock;

import cn.yiwang.application.handling.web.Answers;
import cn.yiwang.application.handling.web.Views.State;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
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

/** What stops and puts off a clock, and its explanation. */
@RestController
@RequestMapping(Answers.ROOT + "/{id}")
class ClockController {

    private final StartSpecialProcedure start;
    private final EndSpecialProcedure end;
    private final ExtendDecision extend;
    private final ReadClock read;

    ClockController(StartSpecialProcedure start, EndSpecialProcedure end, ExtendDecision extend, ReadClock read) {
        this.start = start;
        this.end = end;
        this.extend = extend;
        this.read = read;
    }

    /** Begins a procedure whose time does not count; the clock rests from the next day on. */
    @PostMapping("/special-procedures")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('REVIEWER', 'APPROVER')")
    ResponseEntity<State> start(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @Valid @RequestBody NewProcedure body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(start.start(actor, id, seen.version(), body.kind(), body.until(), body.reason())));
    }

    @PostMapping("/special-procedures/{procedureId}/results")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('REVIEWER', 'APPROVER')")
    ResponseEntity<State> end(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @PathVariable UUID procedureId,
            @Valid @RequestBody ProcedureResult body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(end.end(actor, id, seen.version(), procedureId, body.result())));
    }

    /** Puts the decision off once, by the head of the body. */
    @PostMapping("/extensions")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPROVER')")
    ResponseEntity<State> extend(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @Valid @RequestBody NewExtension body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(extend.extend(actor, id, seen.version(), body.reason(), body.approval())));
    }

    /** Explains the due date day by day: which days counted, which did not, and why. */
    @GetMapping("/clock")
    ResponseEntity<ClockView> clock(Actor actor, @PathVariable UUID id) {
        ReadClock.Explained explained = read.read(actor, id);
        return ResponseEntity.ok()
                .eTag(ETags.of(explained.application().version()))
                .body(ClockView.of(explained));
    }

    @Schema(name = "NewSpecialProcedure")
    record NewProcedure(
            @NotNull Kind kind,

            @NotNull @Schema(description = "The day until which it is expected to last, as the applicant is told")
            LocalDate until,

            @NotNull @PlainText(min = 1, max = 2000, lines = true) @Schema(description = "What the applicant is told")
            String reason) {}

    @Schema(name = "SpecialProcedureResult")
    record ProcedureResult(
            @NotNull @PlainText(min = 1, max = 2000, lines = true)
            String result) {}

    @Schema(name = "NewExtension")
    record NewExtension(
            @NotNull @PlainText(min = 1, max = 2000, lines = true)
            @Schema(description = "The reasons, which the applicant is told")
            String reason,

            @Nullable @PlainText(min = 1, max = 100)
            @Schema(
                    description =
                            "The number of the government's approval; needed where several bodies handle it (Art. 26)")
            String approval) {}
}
