package cn.yiwang.application.promise.web;

import cn.yiwang.application.commitment.Commitment;
import cn.yiwang.application.handling.web.Answers;
import cn.yiwang.application.handling.web.Views.State;
import cn.yiwang.application.promise.CheckCommitment;
import cn.yiwang.application.promise.CommitToConditions;
import cn.yiwang.application.promise.PromiseMaterials;
import cn.yiwang.application.promise.ReadPromises;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** What applicants promise, and whether it held. */
@RestController
@RequestMapping(Answers.ROOT + "/{id}")
class PromiseController {

    private final PromiseMaterials promise;
    private final CommitToConditions commit;
    private final CheckCommitment check;
    private final ReadPromises read;

    PromiseController(PromiseMaterials promise, CommitToConditions commit, CheckCommitment check, ReadPromises read) {
        this.promise = promise;
        this.commit = commit;
        this.check = check;
        this.read = read;
    }

    @Schema(name = "MaterialPromise")
    record MaterialPromise(
            @NotEmpty @Size(max = 99) @Schema(description = "Materials that the guide lets come later")
            List<@NotNull @Pattern(regexp = "M[0-9A-Z]{16}") String> materials) {}

    @Schema(name = "CommitmentCheck")
    record Check(
            @NotNull Commitment.Result result,

            @NotNull @PlainText(min = 1, max = 2000, lines = true)
            String finding) {}

    /** The applicant signs that materials come later. */
    @PostMapping("/material-promises")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPLICANT')")
    ResponseEntity<State> promise(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @Valid @RequestBody MaterialPromise body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(promise.promise(actor, id, seen.version(), body.materials())));
    }

    /** The applicant signs that the conditions are met, in place of proof; the text is that of {@code GET …/promises}. */
    @PostMapping("/commitments")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPLICANT')")
    ResponseEntity<State> commit(Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id) {
        return call.run(
                Map.of("version", seen.version()), () -> Answers.step(commit.commit(actor, id, seen.version())));
    }

    /** Whether what was granted on a commitment holds. */
    @PostMapping("/commitment-checks")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('REVIEWER', 'APPROVER')")
    ResponseEntity<State> check(
            Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id, @Valid @RequestBody Check body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(check.check(actor, id, seen.version(), body.result(), body.finding())));
    }

    /** What was promised, and what may be. */
    @GetMapping("/promises")
    PromisesView promises(Actor actor, @PathVariable UUID id) {
        return PromisesView.of(read.of(actor, id));
    }
}
