package cn.yiwang.application.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What two officers found.
 *
 * @param confirmedAt when the second officer confirmed it; until then it is one officer's word
 */
record Inspection(
        UUID id,
        String department,
        Kind kind,
        LocalDate heldOn,
        @Nullable String place,
        String findings,
        boolean passed,
        String firstOfficer,
        String secondOfficer,
        Instant recordedAt,
        @Nullable Instant confirmedAt) {

    /** What was checked. */
    enum Kind {
        /** Whether what the materials say is true. */
        SUBSTANCE,
        /** The premises (现场核查); its time counts. */
        ON_SITE
    }
}
