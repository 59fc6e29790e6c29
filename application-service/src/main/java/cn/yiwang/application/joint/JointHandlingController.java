package cn.yiwang.application.joint;

import cn.yiwang.application.handling.web.Answers;
import cn.yiwang.application.handling.web.Views.State;
import cn.yiwang.application.review.ReviewRequest;
import cn.yiwang.application.review.ReviewRequest.Wish;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.web.PlainText;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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

/** How several departments handle one application. */
@RestController
@RequestMapping(Answers.ROOT + "/{id}")
class JointHandlingController {

    private static final int MOST_REQUESTS = 50;

    private final ConsultDepartments consult;
    private final CheckMaterials check;
    private final EscalateDepartment escalate;
    private final ForwardApplication forward;
    private final ReadReviewRequests requests;

    JointHandlingController(
            ConsultDepartments consult,
            CheckMaterials check,
            EscalateDepartment escalate,
            ForwardApplication forward,
            ReadReviewRequests requests) {
        this.consult = consult;
        this.check = check;
        this.escalate = escalate;
        this.forward = forward;
        this.requests = requests;
    }

    /** Lets the departments look through the materials before acceptance. */
    @PostMapping("/consultations")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('WINDOW_CLERK')")
    ResponseEntity<State> consult(Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id) {
        return call.run(Map.of("version", seen.version()), () -> {
            ConsultDepartments.Consulted consulted = consult.consult(actor, id, seen.version());
            return Answers.step(consulted.application(), null, consulted.tasks());
        });
    }

    /** {@code If-Match}: the application's tag or the task's; another department's answer does not make it stale. */
    @PostMapping("/material-checks")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('REVIEWER')")
    ResponseEntity<State> check(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @Valid @RequestBody MaterialCheck body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(check.check(actor, id, seen.version(), body.wishes())));
    }

    /** Goes on without a department that was silent past its limit. */
    @PostMapping("/escalations")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPROVER')")
    ResponseEntity<State> escalate(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @Valid @RequestBody Escalation body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(escalate.escalate(actor, id, seen.version(), body.department(), body.reason())));
    }

    /** Passes a first-reviewed application on to the body that decides, with all materials. */
    @PostMapping("/forwardings")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('APPROVER')")
    ResponseEntity<State> forward(Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id) {
        return call.run(
                Map.of("version", seen.version()), () -> Answers.step(forward.forward(actor, id, seen.version())));
    }

    /** What departments want from the applicant; each department reads its own, the competent body all. */
    @GetMapping("/review-requests")
    @PreAuthorize("hasAnyRole('WINDOW_CLERK', 'REVIEWER', 'APPROVER')")
    RequestsView requests(Actor actor, @PathVariable UUID id) {
        return new RequestsView(
                requests.read(actor, id).stream().map(RequestView::of).toList());
    }

    @Schema(name = "MaterialCheck")
    record MaterialCheck(
            @NotNull @Size(max = MOST_REQUESTS) @Schema(description = "What is missing or wrong; empty when nothing is")
            List<@NotNull @Valid WishBody> requests) {

        List<Wish> wishes() {
            return requests.stream()
                    .map(wish -> new Wish(wish.materialCode(), wish.wish()))
                    .toList();
        }
    }

    @Schema(name = "MaterialWish")
    record WishBody(
            @NotNull @Pattern(regexp = "M[0-9A-Z]{16}") String materialCode,

            @NotNull @PlainText(min = 1, max = 500, lines = true)
            String wish) {}

    @Schema(name = "Escalation")
    record Escalation(
            @NotNull @Pattern(regexp = "[0-9A-Z]{18}") String department,

            @NotNull @PlainText(min = 1, max = 2000, lines = true)
            String reason) {}

    @Schema(name = "ReviewRequests")
    record RequestsView(List<RequestView> items) {}

    /** What one department wants about one material. */
    @Schema(name = "ReviewRequest")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestView(
            UUID id,
            String department,
            String materialCode,
            String wish,

            @Schema(description = "MERGED: asked for in the one correction; DISMISSED: not asked for")
            ReviewRequest.State state,

            Instant askedAt,
            @Nullable Instant settledAt) {

        static RequestView of(ReviewRequest request) {
            return new RequestView(
                    request.id(),
                    request.department(),
                    request.materialCode(),
                    request.wish(),
                    request.state(),
                    request.askedAt(),
                    request.settledAt());
        }
    }
}
