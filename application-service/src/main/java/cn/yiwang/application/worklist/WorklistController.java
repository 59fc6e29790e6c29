package cn.yiwang.application.worklist;

import cn.yiwang.application.guide.Coded;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guides;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.http.ETags;
import cn.yiwang.starter.identity.Actor;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The worklist of a member of staff. */
@RestController
@RequestMapping("/api/v1/worklist")
@PreAuthorize("hasAnyRole('WINDOW_CLERK', 'REVIEWER', 'APPROVER')")
class WorklistController {

    static final LocalDate BEGINNING = LocalDate.of(1000, 1, 1);

    private final Worklist worklist;
    private final Guides guides;
    private final Clock clock;

    WorklistController(Worklist worklist, Guides guides, Clock clock) {
        this.worklist = worklist;
        this.guides = guides;
        this.clock = clock;
    }

    /** What waits, soonest due first. {@code role} is needed by those who have more than one. */
    @GetMapping
    Page<EntryView> worklist(
            Actor actor,
            PageRequest page,
            @RequestParam(required = false)
                    @Schema(allowableValues = {"window_clerk", "reviewer", "approver"})
                    @Nullable String role,
            @Valid @ParameterObject FilterParameters filter) {
        Role desk = Desks.choose(actor, role);
        String after = page.after();
        Cursor cursor = after == null ? null : Cursor.decode(after, 2);
        LocalDate due = cursor == null ? BEGINNING : day(cursor.textAt(0));
        long key = cursor == null ? 0 : cursor.longAt(1);
        List<WorklistEntry> rows = worklist.page(sql(actor, desk, filter.forDesk(desk)), due, key, page.limit() + 1);
        return Page.of(rows, page, last -> Cursor.encode(last.dueOn(), last.key()))
                .map(entry -> view(desk, entry));
    }

    /** How much waits under the same filters, each number counted no further than 999. */
    @GetMapping("/counts")
    CountsView counts(
            Actor actor,
            @RequestParam(required = false)
                    @Schema(allowableValues = {"window_clerk", "reviewer", "approver"})
                    @Nullable String role,
            @Valid @ParameterObject FilterParameters parameters) {
        Role desk = Desks.choose(actor, role);
        Filter filter = parameters.forDesk(desk);
        return new CountsView(
                count(actor, desk, filter),
                count(actor, desk, filter.onlyOverdue()),
                count(actor, desk, filter.ofOfficer(Filter.MINE)),
                count(actor, desk, filter.ofOfficer(Filter.POOL)));
    }

    private Count count(Actor actor, Role desk, Filter filter) {
        return Count.of(worklist.count(sql(actor, desk, filter)));
    }

    private WorklistSql sql(Actor actor, Role desk, Filter filter) {
        return worklist.sql(actor, desk, filter, ChinaTime.today(clock));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("after", "cursor.invalid");
        }
    }

    private EntryView view(Role desk, WorklistEntry entry) {
        Guide guide = guides.pinned(entry.guideKey()).guide();
        return new EntryView(
                entry.applicationId(),
                entry.number(),
                new Coded(guide.itemCode(), guide.name()),
                new StatusView(entry.status().name(), entry.status().label()),
                Task.of(desk, entry.status()),
                entry.dueOn(),
                entry.dueProvisional(),
                entry.since(),
                entry.officer(),
                ETags.of(entry.version()));
    }

    @Schema(name = "WorklistStatus")
    record StatusView(String code, String label) {}

    /** One thing to do; {@code etag} is what to send as If-Match when doing it. */
    @Schema(name = "WorklistEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            UUID applicationId,
            String number,
            Coded item,
            StatusView status,
            Task task,
            LocalDate dueOn,
            boolean dueProvisional,
            @Nullable Instant since,

            @Nullable @Schema(description = "On whose desk it lies; absent while it is the pool's")
            String officer,

            String etag) {}

    @Schema(name = "WorklistCounts")
    record CountsView(Count total, Count overdue, Count mine, Count pool) {}

    @Schema(name = "WorklistCount")
    record Count(
            @Schema(description = "At most 999") int count,
            @Schema(description = "Whether there are more") boolean more) {

        static Count of(int counted) {
            return new Count(Math.min(counted, Worklist.MOST_COUNTED), counted > Worklist.MOST_COUNTED);
        }
    }
}
