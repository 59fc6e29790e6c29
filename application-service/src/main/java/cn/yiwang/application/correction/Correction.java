package cn.yiwang.application.correction;

import cn.yiwang.standards.calendar.TimeLimit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one notice that an application can get.
 *
 * @param dueOn the last day on which the corrections can be handed in
 * @param period what the notice says, with its unit
 * @param consequence what follows when they are not
 */
public record Correction(
        State state,
        LocalDate dueOn,
        TimeLimit period,
        Consequence consequence,
        Instant requestedAt,
        @Nullable Instant handedInAt,
        List<Requirement> requirements) {

    public Correction {
        requirements = List.copyOf(requirements);
    }

    public Optional<Requirement> requirement(String code) {
        return requirements.stream()
                .filter(requirement -> requirement.code().equals(code))
                .findFirst();
    }

    /** Where it stands. */
    public enum State {
        OPEN,
        HANDED_IN,
        MISSED
    }

    /** What the notice says will follow when its period ends without corrections; the licensing law leaves it to the rules of the sector. */
    public enum Consequence {
        /** The body decides not to accept. */
        NOT_ACCEPTED,
        /** The application counts as taken back (视为撤回). */
        WITHDRAWN
    }
}
