package cn.yiwang.application.deadline;

import cn.yiwang.standards.calendar.CalendarDay;
import cn.yiwang.standards.calendar.DueDate;
import cn.yiwang.standards.calendar.HolidayNotice;
import cn.yiwang.standards.calendar.LimitUnit;
import cn.yiwang.standards.calendar.TimeLimit;
import cn.yiwang.standards.calendar.WhenUnpublished;
import cn.yiwang.standards.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a limit, its extension and its pauses over the calendar, keeping every day with its reason. */
final class DayCount {

    private static final int HOURS_PER_DAY = 24;

    private final WorkingCalendar calendar;
    private final Adjustments adjustments;
    private final LocalDate today;
    private final List<ClockDay> days = new ArrayList<>();
    private LocalDate day = LocalDate.EPOCH;
    private int count;
    private boolean extended;

    DayCount(WorkingCalendar calendar, Adjustments adjustments, LocalDate today) {
        this.calendar = calendar;
        this.adjustments = adjustments;
        this.today = today;
    }

    Track run(LocalDate day0, TimeLimit limit) {
        day = day0;
        add(look(), DayReason.START_DAY, null);
        boolean working = go(limit);
        Extension extension = adjustments.extension();
        if (extension != null) {
            extended = true;
            working |= go(extension.time());
        }
        if (!day.equals(day0)) {
            moveToWorkingDay();
        }
        return new Track(limit, due(day0, working), days);
    }

    /** Goes over the days of a limit; answers whether it asked for working days. */
    private boolean go(TimeLimit limit) {
        return switch (limit.unit()) {
            case WORKING_DAY -> working(limit.amount());
            case HOUR -> working(Math.ceilDiv(limit.amount(), HOURS_PER_DAY));
            case NATURAL_DAY -> natural(limit.amount());
            case MONTH -> natural(ChronoUnit.DAYS.between(day, day.plusMonths(limit.amount())));
            case YEAR -> natural(ChronoUnit.DAYS.between(day, day.plusYears(limit.amount())));
        };
    }

    private boolean working(int amount) {
        int end = count + amount;
        while (count < end) {
            CalendarDay next = step();
            Pause pause = adjustments.on(day, today);
            add(next, pause == null ? reason(next) : DayReason.PAUSED, pause);
        }
        return true;
    }

    private boolean natural(long amount) {
        long end = count + amount;
        while (count < end) {
            CalendarDay next = step();
            Pause pause = adjustments.on(day, today);
            add(next, pause == null ? DayReason.NATURAL_DAY : DayReason.PAUSED, pause);
        }
        return false;
    }

    /** A period that would end on a day off ends on the next working day: 民事诉讼法 85. */
    private void moveToWorkingDay() {
        while (!look().isWorking()) {
            CalendarDay next = step();
            add(next, DayReason.END_MOVED, null);
        }
    }

    private CalendarDay step() {
        day = day.plusDays(1);
        return look();
    }

    private CalendarDay look() {
        return calendar.day(day, WhenUnpublished.PROVISIONAL);
    }

    private void add(CalendarDay line, DayReason reason, @Nullable Pause pause) {
        Optional<HolidayNotice> notice = line.occasion() == null ? Optional.empty() : noticeOn(line.date());
        days.add(new ClockDay(
                line.date(),
                reason,
                reason.isCounted() ? ++count : 0,
                extended,
                line.occasion(),
                notice.map(HolidayNotice::id).orElse(null),
                notice.map(HolidayNotice::source).orElse(null),
                pause,
                line.provisional()));
    }

    private static DayReason reason(CalendarDay line) {
        return switch (line.kind()) {
            case WORKDAY -> DayReason.WORKDAY;
            case WORKED_WEEKEND -> DayReason.WORKED_WEEKEND;
            case WEEKEND -> DayReason.WEEKEND;
            case HOLIDAY -> DayReason.HOLIDAY;
        };
    }

    /** The newest notice that names the day: the next year's is the later word on the end of December. */
    private Optional<HolidayNotice> noticeOn(LocalDate named) {
        return calendar.notices().stream()
                .filter(notice -> notice.daysOff().containsKey(named)
                        || notice.workedDays().containsKey(named))
                .max(Comparator.comparingInt(HolidayNotice::year).thenComparingInt(HolidayNotice::edition));
    }

    /** The calendar's own answer to a limit that ends on the same day, for the notices that the count rests on. */
    private DueDate due(LocalDate day0, boolean working) {
        TimeLimit same = working
                ? TimeLimit.workingDays(calendar.workingDaysBetween(day0, day, WhenUnpublished.PROVISIONAL))
                : new TimeLimit(Math.toIntExact(ChronoUnit.DAYS.between(day0, day)), LimitUnit.NATURAL_DAY);
        DueDate found = calendar.dueAfter(day0, same, WhenUnpublished.PROVISIONAL);
        return new DueDate(day, found.provisional(), found.calendarVersion());
    }
}
