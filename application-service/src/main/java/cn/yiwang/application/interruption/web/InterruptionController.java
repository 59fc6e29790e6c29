package cn.yiwang.application.interruption.web;

import cn.yiwang.application.handling.web.Answers;
import cn.yiwang.application.handling.web.Views.State;
import cn.yiwang.application.interruption.Interruption;
import cn.yiwang.application.interruption.Interruption.Ground;
import cn.yiwang.application.interruption.ReadInterruptions;
import cn.yiwang.application.interruption.ResumeApplication;
import cn.yiwang.application.interruption.SuspendApplication;
import cn.yiwang.application.interruption.TerminateApplication;
import cn.yiwang.application.lifecycle.Termination;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.web.PlainText;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
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

/** Resting, going on and ending without a decision: matters of whoever decides. */
@RestController
@RequestMapping(Answers.ROOT + "/{id}")
class InterruptionController {

    /** A ground is an article, not an opinion. */
    private static final String ARTICLE = "[^\\p{Cntrl}]*第[^\\p{Cntrl}]{1,12}条[^\\p{Cntrl}]*";

    private final SuspendApplication suspend;
    private final ResumeApplication resume;
    private final TerminateApplication terminate;
    private final ReadInterruptions read;

    InterruptionController(
            SuspendApplication suspend,
            ResumeApplication resume,
            TerminateApplication terminate,
            ReadInterruptions read) {
        this.suspend = suspend;
        this.resume = resume;
        this.terminate = terminate;
        this.read = read;
    }

    @Schema(name = "Suspension")
    record Suspension(
            @NotNull @PlainText(min = 1, max = 200)
            @Pattern(regexp = ARTICLE) @Schema(description = "The law or rule with its article")
            String basis,

            @NotNull @PlainText(min = 1, max = 2000, lines = true)
            String reason) {}

    @Schema(name = "Resumption")
    record Resumption(
            @NotNull @PlainText(min = 1, max = 2000, lines = true)
            String reason) {}

    @Schema(name = "Termination")
    record Ending(
            @NotNull Termination cause,

            @NotNull @PlainText(min = 1, max = 200)
            @Pattern(regexp = ARTICLE) @Schema(description = "The law or rule with its article")
            String basis,

            @NotNull @PlainText(min = 1, max = 2000, lines = true)
            String reason) {}

    /** Handling rests by law; no limit runs meanwhile. */
    @PostMapping("/suspensions")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPROVER')")
    ResponseEntity<State> suspend(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @Valid @RequestBody Suspension body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(
                        suspend.suspend(actor, id, seen.version(), new Ground(body.basis(), body.reason()))));
    }

    /** Handling goes on; the rest is taken out of every limit that ran. */
    @PostMapping("/resumptions")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPROVER')")
    ResponseEntity<State> resume(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @Valid @RequestBody Resumption body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(resume.resume(actor, id, seen.version(), body.reason())));
    }

    /** Handling ends without a decision. */
    @PostMapping("/terminations")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPROVER')")
    ResponseEntity<State> terminate(
            Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id, @Valid @RequestBody Ending body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(terminate.terminate(
                        actor, id, seen.version(), body.cause(), new Ground(body.basis(), body.reason()))));
    }

    /** When and why handling rested or ended, oldest first. */
    @GetMapping("/interruptions")
    Page<InterruptionView> list(Actor actor, @PathVariable UUID id) {
        return new Page<>(read.of(actor, id).stream().map(InterruptionView::of).toList(), null);
    }

    @Schema(name = "Interruption")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InterruptionView(
            Interruption.Kind kind,
            @Nullable Termination cause,
            String basis,
            String reason,
            Instant beganAt,
            @Nullable Instant endedAt,
            @Nullable String endReason) {

        static InterruptionView of(Interruption interruption) {
            return new InterruptionView(
                    interruption.kind(),
                    interruption.cause(),
                    interruption.ground().basis(),
                    interruption.ground().reason(),
                    interruption.beganAt(),
                    interruption.endedAt(),
                    interruption.endReason());
        }
    }
}
