package cn.yiwang.application.commitment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A material that comes later.
 *
 * @param text what the applicant signed
 * @param dueOn the last day for it; null before acceptance
 */
public record PromisedMaterial(
        String code,
        State state,
        String text,
        Instant signedAt,
        @Nullable LocalDate dueOn,
        @Nullable Instant handedInAt) {

    /** Where it stands. */
    public enum State {
        OPEN,
        HANDED_IN,
        MISSED
    }
}
