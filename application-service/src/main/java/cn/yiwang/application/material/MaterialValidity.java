package cn.yiwang.application.material;

import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.problem.CommonProblem;
import cn.yiwang.starter.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Until when a file may be handed in again. No source sets a general term, so the default is a setting. */
@Component
public class MaterialValidity {

    private static final int MOST_YEARS = 50;

    private final Duration byDefault;
    private final Clock clock;

    MaterialValidity(@Value("${yiwang.materials.reusable-for:365d}") Duration byDefault, Clock clock) {
        this.byDefault = byDefault;
        this.clock = clock;
    }

    /**
     * The last day, given or by default.
     *
     * @throws ProblemException 400 when the day given has passed or lies further ahead than any document is valid
     */
    public LocalDate until(@Nullable LocalDate given) {
        LocalDate today = ChinaTime.today(clock);
        if (given == null) {
            return today.plusDays(byDefault.toDays());
        }
        if (given.isBefore(today) || given.isAfter(today.plusYears(MOST_YEARS))) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST).at("validUntil", "material.valid-until");
        }
        return given;
    }

    public boolean isOver(LocalDate lastDay) {
        return ChinaTime.today(clock).isAfter(lastDay);
    }
}
