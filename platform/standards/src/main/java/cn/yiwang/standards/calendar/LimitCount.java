package cn.yiwang.standards.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** One run of a time limit over a calendar, remembering every day it asked about. */
final class LimitCount {

    private static final int HOURS_PER_DAY = 24;

    private final WorkingCalendar calendar;
    private final WhenUnpublished whenUnpublished;
    private final TreeSet<LocalDate> consulted = new TreeSet<>();
    private boolean provisional;

    LimitCount(WorkingCalendar calendar, WhenUnpublished whenUnpublished) {
        this.calendar = calendar;
        this.whenUnpublished = whenUnpublished;
    }

    record Result(DueDate due, List<CountedDay> days) {}

    Result after(LocalDate day0, TimeLimit limit) {
        return switch (limit.unit()) {
            case WORKING_DAY -> workingDays(day0, limit.amount(), 1);
            case NATURAL_DAY -> natural(day0, day0.plusDays(limit.amount()), 1);
            case HOUR -> workingDays(day0, Math.ceilDiv(limit.amount(), HOURS_PER_DAY), 1);
            // 民法典 202: no corresponding day in the last month means its last day, which is what plusMonths does
            case MONTH -> natural(day0, day0.plusMonths(limit.amount()), 1);
            case YEAR -> natural(day0, day0.plusYears(limit.amount()), 1);
        };
    }

    Result before(LocalDate day0, TimeLimit limit) {
        return switch (limit.unit()) {
            case WORKING_DAY -> workingDays(day0, limit.amount(), -1);
            case NATURAL_DAY -> natural(day0, day0.minusDays(limit.amount()), -1);
            case HOUR -> workingDays(day0, Math.ceilDiv(limit.amount(), HOURS_PER_DAY), -1);
            case MONTH -> natural(day0, day0.minusMonths(limit.amount()), -1);
            case YEAR -> natural(day0, day0.minusYears(limit.amount()), -1);
        };
    }

    DueMoment at(Instant start, TimeLimit limit) {
        if (limit.unit() != LimitUnit.HOUR) {
            DueDate due = after(ChinaTime.dateOf(start), limit).due();
            return new DueMoment(ChinaTime.endOf(due.date()), due);
        }
        Duration left = Duration.ofHours(limit.amount());
        LocalDate day = ChinaTime.dateOf(start);
        Instant from = start;
        while (true) {
            if (ask(day).isWorking()) {
                Duration today = Duration.between(from, ChinaTime.endOf(day));
                if (left.compareTo(today) <= 0) {
                    return new DueMoment(from.plus(left), due(day));
                }
                left = left.minus(today);
            }
            day = day.plusDays(1);
            from = ChinaTime.startOf(day);
        }
    }

    private Result workingDays(LocalDate day0, int amount, int step) {
        List<CountedDay> days = new ArrayList<>();
        LocalDate day = day0;
        int count = 0;
        while (count < amount) {
            day = day.plusDays(step);
            CalendarDay asked = ask(day);
            days.add(new CountedDay(asked, asked.isWorking() ? ++count : 0));
        }
        return new Result(due(day), List.copyOf(days));
    }

    private Result natural(LocalDate day0, LocalDate last, int step) {
        List<CountedDay> days = new ArrayList<>();
        LocalDate day = day0;
        int count = 0;
        while (!day.equals(last)) {
            day = day.plusDays(step);
            days.add(new CountedDay(lookUp(day), ++count));
        }
        if (!day.equals(day0)) {
            // Only the end asks whether bodies work: 民事诉讼法 85
            while (!ask(day).isWorking()) {
                day = day.plusDays(step);
                days.add(new CountedDay(lookUp(day), 0));
            }
        }
        return new Result(due(day), List.copyOf(days));
    }

    /** A day the count passes without depending on it: an unpublished year is no obstacle. */
    private CalendarDay lookUp(LocalDate day) {
        return calendar.day(day, WhenUnpublished.PROVISIONAL);
    }

    private CalendarDay ask(LocalDate day) {
        CalendarDay asked = calendar.day(day, whenUnpublished);
        consulted.add(day);
        provisional |= asked.provisional();
        return asked;
    }

    private DueDate due(LocalDate day) {
        return new DueDate(day, provisional, calendar.versionOf(consulted));
    }
}
