package cn.yiwang.application.officer.web;

import cn.yiwang.application.handling.web.Answers;
import cn.yiwang.application.handling.web.Views.State;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who has nothing to do with an application. */
@RestController
@RequestMapping(Answers.ROOT + "/{id}")
class KeepOutController {

    private final KeepOut keepOut;

    KeepOutController(KeepOut keepOut) {
        this.keepOut = keepOut;
    }

    /** Recuses the caller, or, by the competent body's approver, somebody else. */
    @PostMapping("/recusals")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('WINDOW_CLERK', 'REVIEWER', 'APPROVER')")
    ResponseEntity<State> recuse(
            Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id, @Valid @RequestBody Recusal body) {
        String officer = body.officer() == null ? actor.subject() : body.officer();
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(keepOut.recuse(actor, id, seen.version(), officer, body.reason())));
    }

    /** Names who hosts the hearing: nobody who reviewed the application. */
    @PostMapping("/hearing-hosts")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPROVER')")
    ResponseEntity<State> nameHost(
            Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id, @Valid @RequestBody Host body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(keepOut.nameHost(actor, id, seen.version(), body.officer())));
    }

    @Schema(name = "Recusal")
    record Recusal(
            @Nullable @PlainText(min = 1, max = 200) @Schema(description = "Subject; the caller when absent")
            String officer,

            @NotNull @PlainText(min = 1, max = 500) String reason) {}

    @Schema(name = "HearingHost")
    record Host(
            @NotNull @PlainText(min = 1, max = 200) @Schema(description = "Subject of the host")
            String officer) {}
}
