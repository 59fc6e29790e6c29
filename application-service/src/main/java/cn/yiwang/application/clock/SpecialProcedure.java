package cn.yiwang.application.clock;

import cn.yiwang.application.deadline.Pause;
import cn.yiwang.application.deadline.PauseCause;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A procedure whose time does not count, as the applicant was told of it.
 *
 * @param announcedUntil the day until which it was said to last
 * @param endedOn the day of its result, null while it lasts
 */
record SpecialProcedure(
        UUID id,
        PauseCause kind,
        String name,
        String basis,
        LocalDate beganOn,
        LocalDate announcedUntil,
        String reason,
        @Nullable LocalDate endedOn,
        @Nullable String result) {

    Pause pause() {
        return new Pause(kind, beganOn, endedOn, announcedUntil, basis);
    }

    boolean isOpen() {
        return endedOn == null;
    }
}
