package cn.yiwang.starter.messaging.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows an operator what has not reached the broker yet. */
@RestController
@RequestMapping("/api/v1/operations/${spring.application.name}/outbox")
class OutboxController {

    private final OutboxTable table;
    private final Clock clock;

    OutboxController(OutboxTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasRole('SYSTEM_ADMIN')")
    OutboxView outbox() {
        OutboxTable.Backlog backlog = table.backlog(OutboxMetrics.COUNT_BOUND);
        Instant oldest = backlog.oldest();
        return new OutboxView(
                backlog.events(),
                oldest,
                oldest == null
                        ? 0
                        : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds()));
    }

    /**
     * The backlog.
     *
     * @param waiting events not acknowledged by the broker, counted up to 100,000
     */
    record OutboxView(long waiting, @Nullable Instant oldest, long oldestAgeSeconds) {}
}
