package cn.yiwang.application.deadline;

import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.standards.calendar.LimitUnit;
import cn.yiwang.standards.calendar.TimeLimit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The dated figures of {@code legal-limits.csv}. */
final class LegalRules {

    private static final String FILE = "legal-limits.csv";

    private final List<LegalRule> rules;

    private LegalRules(List<LegalRule> rules) {
        this.rules = rules;
    }

    static LegalRules bundled() {
        try (InputStream in = LegalRules.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new LegalRules(text.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(LegalRules::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rule that applies to a period beginning on that day. */
    LegalRule inForce(Limit limit, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.limit() == limit && !rule.appliesFrom().isAfter(day))
                .max(Comparator.comparing(LegalRule::appliesFrom))
                .orElseThrow(() -> new IllegalStateException("No law sets " + limit + " on " + day));
    }

    private static LegalRule parse(String line) {
        String[] cells = line.split(",", -1);
        return new LegalRule(
                Limit.valueOf(cells[0]),
                LocalDate.parse(cells[1]),
                new TimeLimit(Integer.parseInt(cells[2]), LimitUnit.valueOf(cells[3])),
                cells[4]);
    }
}
