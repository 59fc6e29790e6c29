package cn.yiwang.application.worklist;

import cn.yiwang.application.ApplicationProblem;
import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.http.IdempotentCall;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.ids.Ids;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import cn.yiwang.starter.web.PlainText;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The filters that a member of staff keeps; they are applied by sending their fields as parameters of the worklist. */
@RestController
@RequestMapping("/api/v1/worklist/filters")
@PreAuthorize("hasAnyRole('WINDOW_CLERK', 'REVIEWER', 'APPROVER')")
class SavedFiltersController {

    private static final int MOST_FILTERS = 20;

    private final SavedFilters filters;
    private final Clock clock;

    SavedFiltersController(SavedFilters filters, Clock clock) {
        this.filters = filters;
        this.clock = clock;
    }

    @GetMapping
    FiltersView list(Actor actor) {
        return new FiltersView(
                filters.of(actor.subject()).stream().map(FilterView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<FilterView> add(Actor actor, IdempotentCall call, @Valid @RequestBody NewFilter body) {
        Role desk = Desks.choose(actor, body.role());
        Filter filter = new Filter(
                        body.status(),
                        body.item(),
                        body.officer(),
                        body.dueBefore(),
                        Boolean.TRUE.equals(body.overdue()))
                .forDesk(desk);
        return call.run(body, () -> {
            SavedFilter saved = new SavedFilter(Ids.next(), body.name(), desk.claim(), filter);
            List<SavedFilter> kept = filters.of(actor.subject());
            if (kept.size() >= MOST_FILTERS) {
                throw new ProblemException(ApplicationProblem.TOO_MANY_FILTERS, MOST_FILTERS);
            }
            add(actor, saved);
            return ResponseEntity.created(URI.create("/api/v1/worklist/filters/" + saved.id()))
                    .body(FilterView.of(saved));
        });
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable UUID id) {
        if (!filters.remove(actor.subject(), id)) {
            throw new ProblemException(CommonProblem.NOT_FOUND);
        }
    }

    private void add(Actor actor, SavedFilter saved) {
        try {
            filters.add(actor.subject(), saved, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw new ProblemException(ApplicationProblem.FILTER_NAME_TAKEN).at("/name", "invalid-value");
        }
    }

    @Schema(name = "NewWorklistFilter")
    record NewFilter(
            @NotNull @PlainText(min = 1, max = 50) String name,

            @Nullable @PlainText(min = 1, max = 20) @Schema(allowableValues = {"window_clerk", "reviewer", "approver"})
            String role,

            @Nullable Status status,

            @Nullable @Pattern(regexp = "[0-9A-Z]{31}[0-9]{2}") String item,

            @Nullable @PlainText(min = 1, max = 200) String officer,
            @Nullable LocalDate dueBefore,
            @Nullable Boolean overdue) {}

    @Schema(name = "WorklistFilters")
    record FiltersView(List<FilterView> items) {}

    @Schema(name = "WorklistFilter")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FilterView(
            UUID id,
            String name,
            String role,
            @Nullable Status status,
            @Nullable String item,
            @Nullable String officer,
            @Nullable LocalDate dueBefore,
            boolean overdue) {

        static FilterView of(SavedFilter saved) {
            Filter filter = saved.filter();
            return new FilterView(
                    saved.id(),
                    saved.name(),
                    saved.role(),
                    filter.status(),
                    filter.item(),
                    filter.officer(),
                    filter.dueBefore(),
                    filter.overdue());
        }
    }
}
