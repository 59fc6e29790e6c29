package cn.yiwang.catalog.body;

import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.standards.division.Division;
import cn.yiwang.standards.division.Divisions;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The divisions in force today. */
@Component
public class DivisionRegister {

    private final Divisions divisions = Divisions.bundled();
    private final Clock clock;

    DivisionRegister(Clock clock) {
        this.clock = clock;
    }

    public Optional<Division> find(String code) {
        return divisions.find(code, ChinaTime.today(clock));
    }

    /** The name of the division; a code that is retired since keeps the last name it had. */
    public Named name(DivisionCode code) {
        return new Named(
                code.value(),
                find(code.value())
                        .or(() -> divisions.all().stream()
                                .filter(division -> division.code().equals(code))
                                .reduce((first, second) -> second))
                        .map(Division::name)
                        .orElse(code.value()));
    }

    /** Divisions in the order of their codes after the given one, all or those directly below a parent. */
    List<Division> list(@Nullable String parent, @Nullable String after, int limit) {
        return divisions.on(ChinaTime.today(clock)).stream()
                .filter(Division::isInNationalStandard)
                .filter(division -> parent == null
                        || (division.parent() != null
                                && division.parent().value().equals(parent)))
                .filter(division -> after == null || division.code().value().compareTo(after) > 0)
                .sorted(Comparator.comparing(division -> division.code().value()))
                .limit(limit)
                .toList();
    }
}
