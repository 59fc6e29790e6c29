package cn.yiwang.application.inspection;

import cn.yiwang.application.handling.web.Answers;
import cn.yiwang.application.handling.web.Views.State;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.http.IfMatch;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.web.PlainText;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
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

/** Inspections of an application. */
@RestController
@RequestMapping(Answers.ROOT + "/{id}/inspections")
class InspectionsController {

    private final Inspect inspect;

    InspectionsController(Inspect inspect) {
        this.inspect = inspect;
    }

    /** Records one and names the second officer, who is to confirm it. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('REVIEWER')")
    ResponseEntity<State> inspect(
            Actor actor,
            IdempotentCall call,
            IfMatch seen,
            @PathVariable UUID id,
            @Valid @RequestBody NewInspection body) {
        return call.run(
                List.of(seen.version(), body),
                () -> Answers.step(inspect.inspect(actor, id, seen.version(), body.toFindings())));
    }

    @PostMapping("/{inspectionId}/confirmations")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('REVIEWER')")
    ResponseEntity<State> confirm(
            Actor actor, IdempotentCall call, IfMatch seen, @PathVariable UUID id, @PathVariable UUID inspectionId) {
        return call.run(
                List.of(seen.version(), inspectionId),
                () -> Answers.step(inspect.confirm(actor, id, seen.version(), inspectionId)));
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('WINDOW_CLERK', 'REVIEWER', 'APPROVER')")
    InspectionsView read(Actor actor, @PathVariable UUID id) {
        return new InspectionsView(
                inspect.read(actor, id).stream().map(InspectionView::of).toList());
    }

    @Schema(name = "NewInspection")
    record NewInspection(
            Inspection.@NotNull Kind kind,
            @NotNull LocalDate heldOn,
            @Nullable @PlainText(min = 1, max = 200) String place,

            @NotNull @PlainText(min = 1, max = 2000, lines = true)
            String findings,

            @NotNull Boolean passed,

            @NotNull @PlainText(min = 1, max = 200)
            @Schema(description = "Subject of the second officer, not the caller")
            String secondOfficer) {

        Inspect.Findings toFindings() {
            return new Inspect.Findings(kind, heldOn, place, findings, passed, secondOfficer);
        }
    }

    @Schema(name = "Inspections")
    record InspectionsView(List<InspectionView> items) {}

    @Schema(name = "Inspection")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InspectionView(
            UUID id,
            String department,
            Inspection.Kind kind,
            LocalDate heldOn,
            @Nullable String place,
            String findings,
            boolean passed,
            String firstOfficer,
            String secondOfficer,
            Instant recordedAt,
            @Nullable Instant confirmedAt) {

        static InspectionView of(Inspection inspection) {
            return new InspectionView(
                    inspection.id(),
                    inspection.department(),
                    inspection.kind(),
                    inspection.heldOn(),
                    inspection.place(),
                    inspection.findings(),
                    inspection.passed(),
                    inspection.firstOfficer(),
                    inspection.secondOfficer(),
                    inspection.recordedAt(),
                    inspection.confirmedAt());
        }
    }
}
