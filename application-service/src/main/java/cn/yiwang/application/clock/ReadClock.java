package cn.yiwang.application.clock;

import cn.yiwang.application.deadline.Adjustments;
import cn.yiwang.application.deadline.ClockReading;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.Desk;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.starter.identity.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Explains an application's due dates day by day, to everybody who sees the application. */
@Component
class ReadClock {

    private final Desk desk;
    private final KeptClocks clocks;
    private final Pauses pauses;
    private final Extensions extensions;

    ReadClock(Desk desk, KeptClocks clocks, Pauses pauses, Extensions extensions) {
        this.desk = desk;
        this.clocks = clocks;
        this.pauses = pauses;
        this.extensions = extensions;
    }

    /**
     * The clock and what moved it.
     *
     * @param reading null while no limit runs
     */
    record Explained(
            Application application,
            LocalDate today,
            @Nullable ClockReading reading,
            List<SpecialProcedure> procedures,
            Extensions.@Nullable Approved extension) {}

    @Transactional(readOnly = true)
    Explained read(Actor actor, UUID id) {
        Application application = desk.read(actor, id);
        LocalDate today = Desk.day(desk.now());
        return new Explained(
                application,
                today,
                reading(application, application.status().limit(), today),
                pauses.of(application.key()),
                extensions.of(application.key()).orElse(null));
    }

    private @Nullable ClockReading reading(Application application, @Nullable Limit limit, LocalDate today) {
        if (limit == null) {
            return null;
        }
        LocalDate day0 = clocks.day0(application);
        Adjustments moved = limit == Limit.DECISION ? clocks.of(application.key(), day0) : Adjustments.NONE;
        return desk.dueDates().read(limit, desk.guide(application), day0, moved, today);
    }
}
