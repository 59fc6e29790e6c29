package cn.yiwang.application.commitment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The applicant's word that the conditions are met, in place of proof.
 *
 * @param text what was signed
 * @param checkDueOn by when it is to be checked; null before the grant
 * @param result what the check found; null before
 */
public record Commitment(
        String text,
        Instant signedAt,
        @Nullable LocalDate checkDueOn,
        @Nullable Result result,
        @Nullable String finding,
        @Nullable Instant checkedAt) {

    /** What a check finds. */
    public enum Result {
        KEPT,
        BROKEN
    }
}
