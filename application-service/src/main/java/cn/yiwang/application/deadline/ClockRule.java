package cn.yiwang.application.deadline;

import cn.yiwang.standards.calendar.TimeLimit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure beside the general limits, with its article and the days in which it applies.
 *
 * @param scope the title of the sector's act; empty for the general law
 * @param appliesTo the last day, null while it is in force
 * @param source where the figure was read
 * @param confirmed whether it was checked against the text; what was not is a default to be confirmed
 */
record ClockRule(
        Name name,
        String scope,
        LocalDate appliesFrom,
        @Nullable LocalDate appliesTo,
        TimeLimit time,
        Effect effect,
        String basis,
        String source,
        boolean confirmed) {

    enum Name {
        /** To decide, where the guide declares that several bodies handle it under Art. 26. */
        DECISION_OF_SEVERAL_BODIES,
        /** To decide, where an act of the sector sets its own limit. */
        DECISION_IN_SECTOR,
        DELIVERY_IN_SECTOR,
        EXTENSION,
        EXTENSION_OF_SEVERAL_BODIES,
        /** How long before expiry a renewal can first be applied for. */
        RENEWAL_OPENS,
        /** How long before expiry a renewal is to be applied for at the latest. */
        RENEWAL_CLOSES,
        /** What silence until expiry means for a renewal that was applied for in time. */
        RENEWAL_SILENCE,
        /** The sector takes the time of rectification (整改) out of the limit. */
        RECTIFICATION_EXCLUDED,
        HEARING_REQUESTED,
        HEARING_ORGANISED,
        HEARING_ANNOUNCED,
        INSPECTORS_ASSIGNED
    }

    /** What silence or lateness brings about. */
    enum Effect {
        NONE,
        DEEMED_RENEWED,
        NOT_ACCEPTED,
        STOPS_AT_EXPIRY
    }

    boolean isInForce(LocalDate day) {
        return !appliesFrom.isAfter(day) && (appliesTo == null || !appliesTo.isBefore(day));
    }

    boolean concerns(@Nullable String act) {
        return scope.isEmpty() || (act != null && act.startsWith(scope));
    }
}
