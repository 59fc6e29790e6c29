package cn.yiwang.application.interruption;

import cn.yiwang.application.deadline.Pause;
import cn.yiwang.application.deadline.PauseCause;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.interruption.Interruption.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The times at which handling rested by law, as pauses of the limit that ran. */
@Component
public class Rests {

    /** Nothing rests oftener. */
    private static final int MOST = 100;

    private final Interruptions interruptions;

    Rests(Interruptions interruptions) {
        this.interruptions = interruptions;
    }

    /** The pauses of the limit that began on {@code day0}, oldest first. */
    public List<Pause> of(long applicationKey, LocalDate day0) {
        return interruptions.of(applicationKey, MOST).stream()
                .filter(rest -> rest.kind() == Kind.SUSPENSION && day0.equals(rest.waitingSince()))
                .map(rest -> new Pause(
                        PauseCause.SUSPENSION,
                        Desk.day(rest.beganAt()),
                        day(rest.endedAt()),
                        null,
                        rest.ground().basis()))
                .toList();
    }

    private static @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : Desk.day(instant);
    }
}
