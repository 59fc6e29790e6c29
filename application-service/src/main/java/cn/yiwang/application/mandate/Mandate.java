package cn.yiwang.application.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A principal's written word that somebody may act for them. The text form gives nothing away.
 *
 * @param status what is stored; {@link #statusOn} knows the calendar
 * @param startsOn the first day on which it counts
 * @param endsOn the last day on which it counts
 */
public record Mandate(
        long key,
        UUID id,
        Principal principal,
        Agent agent,
        MandateStatus status,
        MandateScope scope,
        Set<MandateAction> actions,
        LocalDate startsOn,
        LocalDate endsOn,
        long version,
        Instant grantedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt) {

    public Mandate {
        actions = Set.copyOf(actions);
    }

    /** The person who acts. */
    public record Agent(String idNumber, String name) {

        @Override
        public String toString() {
            return "Agent[***]";
        }
    }

    public MandateStatus statusOn(LocalDate today) {
        boolean open = status == MandateStatus.OFFERED || status == MandateStatus.ACTIVE;
        if (open && today.isAfter(endsOn)) {
            return MandateStatus.EXPIRED;
        }
        return status == MandateStatus.ACTIVE && today.isBefore(startsOn) ? MandateStatus.NOT_STARTED : status;
    }

    @Override
    public String toString() {
        return "Mandate[" + id + ", " + status + "]";
    }
}
