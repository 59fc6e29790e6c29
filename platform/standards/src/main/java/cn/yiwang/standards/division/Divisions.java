package cn.yiwang.standards.division;

import cn.yiwang.standards.DivisionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The register of divisions, asked as of a day: codes are retired when a county becomes a city or a district. */
public final class Divisions {

    private static final Divisions BUNDLED = new Divisions(DivisionsFile.read("hunan-divisions.csv"));

    private final List<Division> all;
    private final Map<String, List<Division>> byCode;

    Divisions(List<Division> all) {
        this.all = List.copyOf(all);
        this.byCode =
                this.all.stream().collect(Collectors.groupingBy(d -> d.code().value()));
    }

    /** The register that ships with this module: Hunan, its prefectures and counties, and the zones statistics count apart. */
    public static Divisions bundled() {
        return BUNDLED;
    }

    /** The division that bears the code on that day; nothing for an unknown, a retired or a future code. */
    public Optional<Division> find(DivisionCode code, LocalDate on) {
        return byCode.getOrDefault(code.value(), List.of()).stream()
                .filter(division -> division.isValidOn(on))
                .findFirst();
    }

    /** The same for a text that may not even be a code. */
    public Optional<Division> find(String code, LocalDate on) {
        return byCode.containsKey(code) ? find(new DivisionCode(code), on) : Optional.empty();
    }

    /** The divisions directly below, in the order of their codes; statistical zones come last. */
    public List<Division> children(DivisionCode parent, LocalDate on) {
        return on(on).stream().filter(d -> parent.equals(d.parent())).toList();
    }

    /** Everything in force on that day. */
    public List<Division> on(LocalDate day) {
        return all.stream().filter(d -> d.isValidOn(day)).toList();
    }

    /** Everything on record, retired codes included. */
    public List<Division> all() {
        return all;
    }
}
