package cn.yiwang.starter.messaging.inbox;

import cn.yiwang.starter.messaging.inbox.ParkedMessage.Status;
import cn.yiwang.starter.paging.Cursor;
import cn.yiwang.starter.paging.Page;
import cn.yiwang.starter.paging.PageRequest;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets an operator see what was parked, try it again, or give it up. */
@RestController
@RequestMapping("/api/v1/operations/${spring.application.name}/parked-messages")
@PreAuthorize("hasRole('SYSTEM_ADMIN')")
class ParkedMessagesController {

    private final ParkedMessages parked;
    private final Redrive redrive;

    ParkedMessagesController(ParkedMessages parked, Redrive redrive) {
        this.parked = parked;
        this.redrive = redrive;
    }

    @GetMapping
    Page<ParkedMessageView> list(@RequestParam(defaultValue = "PARKED") Status status, PageRequest page) {
        String cursor = page.after();
        long after = cursor == null ? 0 : Cursor.decode(cursor, 1).longAt(0);
        List<ParkedMessage> found = parked.list(status, after, page.limit() + 1);
        boolean more = found.size() > page.limit();
        List<ParkedMessageView> items = found.stream()
                .limit(page.limit())
                .map(ParkedMessageView::summary)
                .toList();
        return new Page<>(
                items, more ? Cursor.encode(found.get(page.limit() - 1).id()) : null);
    }

    @GetMapping("/{id}")
    ParkedMessageView one(@PathVariable long id) {
        return ParkedMessageView.full(find(id));
    }

    /** Tries the message and everything of its aggregate that waits, from the first one; doing it again does no harm. */
    @PostMapping("/{id}/redrives")
    Redrive.Result redrive(@PathVariable long id) {
        return redrive.redrive(find(id));
    }

    @PostMapping("/{id}/dismissals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable long id, @RequestBody @Valid Dismissal dismissal) {
        if (!redrive.dismiss(find(id), dismissal.reason())) {
            throw new ProblemException(CommonProblem.CONFLICT);
        }
    }

    private ParkedMessage find(long id) {
        return parked.find(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    record Dismissal(@NotBlank @Size(max = 500) String reason) {}

    /**
     * A parked message.
     *
     * @param message the message itself, only when one is asked for
     */
    record ParkedMessageView(
            String id,
            String consumer,
            String topic,
            int partition,
            long position,
            String aggregateId,
            UUID eventId,
            @Nullable String eventType,
            Status status,
            String reason,
            int attempts,
            Instant parkedAt,
            @Nullable Instant settledAt,
            @Nullable String message) {

        static ParkedMessageView summary(ParkedMessage parked) {
            return of(parked, null);
        }

        static ParkedMessageView full(ParkedMessage parked) {
            return of(parked, new String(parked.payload(), StandardCharsets.UTF_8));
        }

        private static ParkedMessageView of(ParkedMessage parked, @Nullable String message) {
            return new ParkedMessageView(
                    Long.toString(parked.id()),
                    parked.consumer(),
                    parked.position().topic(),
                    parked.position().partition(),
                    parked.position().offset(),
                    parked.aggregateId(),
                    parked.eventId(),
                    parked.eventType(),
                    parked.status(),
                    parked.reason(),
                    parked.attempts(),
                    parked.parkedAt(),
                    parked.settledAt(),
                    message);
        }
    }
}
