package cn.yiwang.application.deadline;

import cn.yiwang.standards.calendar.DueDate;
import cn.yiwang.standards.calendar.TimeLimit;
import java.time.LocalDate;
import java.util.List;

/** One limit as it ran: its length without extension, its last day, and every day on the way. */
public record Track(TimeLimit limit, DueDate due, List<ClockDay> days) {

    public Track {
        days = List.copyOf(days);
    }

    /** How many days that count are left after that day. */
    public int leftAfter(LocalDate day) {
        return Math.toIntExact(days.stream()
                .filter(line -> line.reason().isCounted() && line.date().isAfter(day))
                .count());
    }
}
