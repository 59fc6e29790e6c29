package cn.yiwang.application.review;

import cn.yiwang.application.lifecycle.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one department is asked about an application, answered once.
 *
 * @param changedVersion the version of the application with which the task was created or answered
 */
public record ReviewTask(
        UUID id,
        String department,
        String name,
        State state,
        long changedVersion,
        @Nullable String opinion,
        @Nullable Instant answeredAt,
        LocalDate dueOn,
        boolean dueProvisional) {

    /** Open until the department answers; cancelled when the application is withdrawn first. */
    public enum State {
        OPEN,
        APPROVED,
        REJECTED,
        CANCELLED;

        static State of(Outcome outcome) {
            return switch (outcome) {
                case APPROVED -> APPROVED;
                case REJECTED -> REJECTED;
            };
        }
    }
}
