package cn.yiwang.application.review;

import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.lifecycle.Outcome;
import cn.yiwang.starter.ids.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one department is asked about an application, answered once.
 *
 * @param changedVersion the version of the application with which the task was created or answered
 * @param escalationReason why the competent body went on without this department
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
        boolean dueProvisional,
        Stage stage,
        @Nullable String escalationReason) {

    /** What a department is asked to begin with. */
    public static ReviewTask open(String department, String name, long version, Stage stage, Due due) {
        return new ReviewTask(
                Ids.next(),
                department,
                name,
                State.OPEN,
                version,
                null,
                null,
                due.on(),
                due.provisional(),
                stage,
                null);
    }

    /** Whether the department looks through the materials before acceptance, or reviews what was accepted. */
    public enum Stage {
        CHECK,
        REVIEW
    }

    /**
     * Open until the department answers; checked when it has looked through the materials and acceptance is awaited; escalated when it
     * was silent past its limit and the competent body went on without it; cancelled when the application is withdrawn first.
     */
    public enum State {
        OPEN,
        CHECKED,
        ESCALATED,
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
