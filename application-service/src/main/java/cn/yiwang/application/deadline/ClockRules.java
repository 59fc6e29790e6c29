package cn.yiwang.application.deadline;

import cn.yiwang.standards.calendar.LimitUnit;
import cn.yiwang.standards.calendar.TimeLimit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dated figures of {@code clock-rules.csv}. */
final class ClockRules {

    private static final String FILE = "clock-rules.csv";

    private final List<ClockRule> rules;

    private ClockRules(List<ClockRule> rules) {
        this.rules = List.copyOf(rules);
    }

    static ClockRules bundled() {
        try (InputStream in = ClockRules.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ClockRules(text.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(ClockRules::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ClockRule> all() {
        return rules;
    }

    /** The rule in force: the sector's own, of the act that the guide cites, before the general one. */
    Optional<ClockRule> find(ClockRule.Name name, @Nullable String act, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.name() == name && rule.concerns(act) && rule.isInForce(day))
                .max(Comparator.<ClockRule>comparingInt(rule -> rule.scope().length())
                        .thenComparing(ClockRule::appliesFrom));
    }

    ClockRule get(ClockRule.Name name, @Nullable String act, LocalDate day) {
        return find(name, act, day).orElseThrow(() -> new IllegalStateException("No law sets " + name + " on " + day));
    }

    private static ClockRule parse(String line) {
        String[] cells = line.split(",", -1);
        return new ClockRule(
                ClockRule.Name.valueOf(cells[0]),
                cells[1],
                LocalDate.parse(cells[2]),
                cells[3].isEmpty() ? null : LocalDate.parse(cells[3]),
                new TimeLimit(Integer.parseInt(cells[4]), LimitUnit.valueOf(cells[5])),
                ClockRule.Effect.valueOf(cells[6]),
                cells[7],
                cells[8],
                Boolean.parseBoolean(cells[9]));
    }
}
