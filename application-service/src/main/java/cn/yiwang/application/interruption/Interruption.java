package cn.yiwang.application.interruption;

import cn.yiwang.application.deadline.Due;
import cn.yiwang.application.lifecycle.Termination;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That handling rested or ended, and by which article.
 *
 * @param cause why it ended; null when it rests
 * @param due what was due when it came to rest
 * @param waitingSince since when that limit ran
 */
public record Interruption(
        Kind kind,
        @Nullable Termination cause,
        Ground ground,
        Instant beganAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable Due due,
        @Nullable LocalDate waitingSince) {

    /** Which of the two. */
    public enum Kind {
        SUSPENSION,
        TERMINATION
    }

    /**
     * What the document says.
     *
     * @param basis the law or rule with its article
     */
    public record Ground(String basis, String reason) {}
}
