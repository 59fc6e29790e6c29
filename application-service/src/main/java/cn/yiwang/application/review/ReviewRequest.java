package cn.yiwang.application.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a department wants the applicant to hand in or put right. It is never sent by itself. */
public record ReviewRequest(
        UUID id,
        String department,
        String materialCode,
        String wish,
        State state,
        Instant askedAt,
        @Nullable Instant settledAt) {

    /** Open until the competent body asked the applicant for it, once with everything else, or found it needless. */
    public enum State {
        OPEN,
        MERGED,
        DISMISSED
    }

    /** One line of what a department asks for. */
    public record Wish(String materialCode, String text) {}
}
