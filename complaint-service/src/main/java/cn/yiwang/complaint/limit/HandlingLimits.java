package cn.yiwang.complaint.limit;

import cn.yiwang.complaint.lifecycle.Kind;
import cn.yiwang.standards.calendar.DueDate;
import cn.yiwang.standards.calendar.LimitUnit;
import cn.yiwang.standards.calendar.TimeLimit;
import cn.yiwang.standards.calendar.WhenUnpublished;
import cn.yiwang.standards.calendar.WorkingCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The dated rules of a CSV file: {@code kind,applies_from,amount,unit,confirmed,basis}. */
public final class HandlingLimits {

    private final List<HandlingLimit> rules;
    private final WorkingCalendar calendar;

    HandlingLimits(List<HandlingLimit> rules, WorkingCalendar calendar) {
        this.rules = List.copyOf(rules);
        this.calendar = calendar;
    }

    static HandlingLimits read(InputStream file, WorkingCalendar calendar) {
        try (file) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new HandlingLimits(
                    text.lines()
                            .skip(1)
                            .filter(line -> !line.isBlank())
                            .map(HandlingLimits::parse)
                            .toList(),
                    calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Until when a work order of this kind is to be answered when it is dispatched on that day; the day of dispatch does not count. Days in a
     * year whose holiday notice is not out are counted provisionally.
     */
    public Due due(Kind kind, LocalDate dispatchedOn) {
        HandlingLimit rule = rules.stream()
                .filter(candidate ->
                        candidate.kind() == kind && !candidate.appliesFrom().isAfter(dispatchedOn))
                .max(Comparator.comparing(HandlingLimit::appliesFrom))
                .orElseThrow(() -> new IllegalStateException("No rule limits " + kind + " on " + dispatchedOn));
        DueDate date = calendar.dueAfter(dispatchedOn, rule.time(), WhenUnpublished.PROVISIONAL);
        return new Due(date.date(), date.provisional(), date.calendarVersion(), rule.basis());
    }

    private static HandlingLimit parse(String line) {
        String[] cells = line.split(",", 6);
        return new HandlingLimit(
                Kind.valueOf(cells[0]),
                LocalDate.parse(cells[1]),
                new TimeLimit(Integer.parseInt(cells[2]), LimitUnit.valueOf(cells[3])),
                cells[5],
                Boolean.parseBoolean(cells[4]));
    }

    /**
     * The end of a limit.
     *
     * @param calendar the version of the working calendar that was counted with
     * @param basis where the figure comes from
     */
    public record Due(LocalDate on, boolean provisional, String calendar, String basis) {}
}
