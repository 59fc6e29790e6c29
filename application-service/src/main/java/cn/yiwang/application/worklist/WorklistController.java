package cn.yiwang.application.worklist;

import cn.yiwang.application.guide.Coded;
import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guides;
import cn.yiwang.application.lifecycle.Status;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The worklist of a member of staff. */
@RestController
class WorklistController {

    private static final LocalDate BEGINNING = LocalDate.of(1000, 1, 1);

    private final Worklist worklist;
    private final Guides guides;

    WorklistController(Worklist worklist, Guides guides) {
        this.worklist = worklist;
        this.guides = guides;
    }

    /** What waits, soonest due first. {@code role} is needed by those who have more than one. */
    @GetMapping("/api/v1/worklist")
    @PreAuthorize("hasAnyRole('WINDOW_CLERK', 'REVIEWER', 'APPROVER')")
    Page<EntryView> worklist(
            Actor actor,
            PageRequest page,
            @RequestParam(required = false)
                    @Schema(allowableValues = {"window_clerk", "reviewer", "approver"})
                    @Nullable String role) {
        Role desk = Desks.choose(actor, role);
        String after = page.after();
        Cursor cursor = after == null ? null : Cursor.decode(after, 2);
        LocalDate due = cursor == null ? BEGINNING : day(cursor.textAt(0));
        long key = cursor == null ? 0 : cursor.longAt(1);
        List<WorklistEntry> rows = worklist.of(actor, desk, due, key, page.limit() + 1);
        return Page.of(rows, page, last -> Cursor.encode(last.dueOn(), last.key()))
                .map(entry -> view(desk, entry));
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
                desk == Role.REVIEWER && entry.status() == Status.SUBMITTED ? Task.CHECK : task(entry.status()),
                entry.dueOn(),
                entry.dueProvisional(),
                entry.since(),
                ETags.of(entry.version()));
    }

    private static Task task(Status status) {
        return switch (status) {
            case SUBMITTED, CORRECTED -> Task.ACCEPT;
            case UNDER_REVIEW -> Task.REVIEW;
            case FIRST_REVIEW -> Task.FORWARD;
            case AWAITING_DECISION -> Task.DECIDE;
            case SUSPENDED -> Task.RESUME;
            case GRANTED, PARTLY_GRANTED -> Task.DELIVER;
            case DRAFT, CORRECTION_REQUESTED, NOT_ACCEPTED, TERMINATED, DELIVERED, REFUSED, WITHDRAWN ->
                throw new IllegalStateException(status + " waits for no member of staff");
        };
    }

    enum Task {
        ACCEPT,
        CHECK,
        REVIEW,
        FORWARD,
        DECIDE,
        RESUME,
        DELIVER
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
            String etag) {}
}
