package cn.yiwang.catalog.succession;

import cn.yiwang.catalog.day.DayRange;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Merging, splitting, moving and abolishing codes. */
@RestController
@RequestMapping("/api/v1/successions")
@Tag(name = "base-items")
class SuccessionController {

    private final Successions successions;
    private final SucceedCodes succeed;
    private final Clock clock;

    SuccessionController(Successions successions, SucceedCodes succeed, Clock clock) {
        this.successions = successions;
        this.succeed = succeed;
        this.clock = clock;
    }

    @Operation(
            summary =
                    "Merges, splits, moves or abolishes base items or implementations; for publishers of the province",
            description = """
                    Every business item below a code that ends is abolished from that day on and names its successors; \
                    a code that stands on both sides stays.""")
    @PostMapping
    @PreAuthorize("hasRole('CATALOG_PUBLISHER')")
    ResponseEntity<SuccessionView> succeed(
            @Valid @RequestBody SuccessionRequest request, IdempotentCall call, Actor actor) {
        DayRange.requireAhead("/effectiveOn", request.effectiveOn(), ChinaTime.today(clock));
        if (!Stream.concat(request.from().stream(), request.to().stream()).allMatch(Succession::isCode)) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("/from", "invalid-value");
        }
        return call.run(request, () -> {
            var succession = new Succession(request.kind(), request.from(), request.to());
            var id = succeed.succeed(succession, request.effectiveOn(), request.basis(), actor);
            return ResponseEntity.created(URI.create("/api/v1/successions/" + id))
                    .body(view(successions.find(id).orElseThrow()));
        });
    }

    @Operation(summary = "A succession of codes, with its day and its basis")
    @GetMapping("/{id}")
    SuccessionView read(@PathVariable UUID id) {
        return successions
                .find(id)
                .map(SuccessionController::view)
                .orElseThrow(() -> new ProblemException(SuccessionProblem.SUCCESSION_NOT_FOUND));
    }

    private static SuccessionView view(Successions.Recorded recorded) {
        var succession = recorded.succession();
        return new SuccessionView(
                recorded.id(),
                succession.kind(),
                succession.from(),
                succession.to(),
                recorded.effectiveOn(),
                recorded.basis());
    }

    /** What is to become of the codes, from which day on, and by which document. */
    record SuccessionRequest(
            @NotNull Succession.Kind kind,
            @NotEmpty @Size(max = 20) List<@NotNull @Pattern(regexp = "[0-9A-Z]{12}|[0-9A-Z]{31}") String> from,
            @NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = "[0-9A-Z]{12}|[0-9A-Z]{31}") String> to,
            @NotNull LocalDate effectiveOn,
            @NotNull @PlainText(min = 1, max = 500) String basis) {}

    /** A succession; {@code effectiveOn} is the first day on which the old codes are out of use. */
    record SuccessionView(
            UUID id, Succession.Kind kind, List<String> from, List<String> to, LocalDate effectiveOn, String basis) {}
}
