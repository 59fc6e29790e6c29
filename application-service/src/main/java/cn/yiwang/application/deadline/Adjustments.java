package cn.yiwang.application.deadline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What moved a clock from its plain course. */
public record Adjustments(List<Pause> pauses, @Nullable Extension extension) {

    public static final Adjustments NONE = new Adjustments(List.of(), null);

    public Adjustments {
        pauses = List.copyOf(pauses);
    }

    /** The pause that the day lies in; null when the clock ran. */
    @Nullable Pause on(LocalDate day, LocalDate today) {
        return pauses.stream()
                .filter(pause -> pause.covers(day, today))
                .findFirst()
                .orElse(null);
    }

    /** Whether some pause has not ended, so that every date behind it is an expectation. */
    public boolean isPaused() {
        return pauses.stream().anyMatch(Pause::isOpen);
    }
}
