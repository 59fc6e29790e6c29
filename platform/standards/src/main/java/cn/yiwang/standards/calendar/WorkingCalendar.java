package cn.yiwang.standards.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which days are worked, by the holiday notices known, and how legal time limits run over them. Immutable.
 *
 * <p>The day on which a limit starts does not count; a limit in natural days, months or years that would end on a day off ends
 * on the next working day (民事诉讼法 85); the limits of licensing bodies count working days only (行政许可法 82).
 */
public final class WorkingCalendar {

    /**
     * From here on a December can belong to the New Year's break of the notice that follows: the one for 2019 made 29 December 2018 a
     * working day and the 31st a day off.
     */
    private static final MonthDay OPEN_UNTIL_THE_NEXT_NOTICE = MonthDay.of(Month.DECEMBER, 29);

    private final List<HolidayNotice> notices;

    /** The edition in force, by year. */
    private final NavigableMap<Integer, HolidayNotice> inForce = new TreeMap<>();

    private final Map<LocalDate, CalendarDay> named = new HashMap<>();

    private WorkingCalendar(List<HolidayNotice> notices) {
        this.notices = List.copyOf(notices);
        for (HolidayNotice notice : this.notices) {
            inForce.merge(notice.year(), notice, (a, b) -> a.edition() > b.edition() ? a : b);
        }
        // The next year's notice is the later word on the last days of December.
        for (HolidayNotice notice : inForce.values()) {
            notice.daysOff().forEach((day, occasion) -> name(day, DayKind.HOLIDAY, occasion));
            notice.workedDays().forEach((day, occasion) -> name(day, DayKind.WORKED_WEEKEND, occasion));
        }
    }

    private void name(LocalDate day, DayKind kind, String occasion) {
        named.put(day, new CalendarDay(day, kind, occasion, false));
    }

    public static WorkingCalendar of(List<HolidayNotice> notices) {
        WorkingCalendar calendar = new WorkingCalendar(List.of());
        for (HolidayNotice notice : notices) {
            calendar = calendar.with(notice);
        }
        return calendar;
    }

    /**
     * This calendar and one more notice: another year's, or a further edition of a known year's.
     *
     * @throws InvalidNoticeException when a different notice with the same year and edition is known
     */
    public WorkingCalendar with(HolidayNotice notice) {
        for (HolidayNotice known : notices) {
            if (known.equals(notice)) {
                return this;
            }
            if (known.id().equals(notice.id())) {
                throw new InvalidNoticeException("Another notice %s is known already".formatted(notice.id()));
            }
        }
        List<HolidayNotice> all = new ArrayList<>(notices);
        all.add(notice);
        all.sort(Comparator.comparingInt(HolidayNotice::year).thenComparingInt(HolidayNotice::edition));
        return new WorkingCalendar(all);
    }

    /** The calendar as it stood at the end of that day: notices published later are not known to it. */
    public WorkingCalendar asKnownOn(LocalDate day) {
        return new WorkingCalendar(
                notices.stream().filter(n -> !n.publishedOn().isAfter(day)).toList());
    }

    public List<HolidayNotice> notices() {
        return notices;
    }

    public boolean isPublished(int year) {
        return inForce.containsKey(year);
    }

    /**
     * What kind of day it is.
     *
     * @throws CalendarNotPublishedException when the year's notice is not out, or in the last days of December the next year's, and no
     *     provisional answer is asked for
     */
    public CalendarDay day(LocalDate date, WhenUnpublished whenUnpublished) {
        int year = missingNotice(date);
        boolean published = year == 0;
        if (!published && whenUnpublished == WhenUnpublished.FAIL) {
            throw new CalendarNotPublishedException(year);
        }
        CalendarDay special = named.get(date);
        if (special != null) {
            return special;
        }
        DayKind kind = HolidayNotice.isWeekend(date) ? DayKind.WEEKEND : DayKind.WORKDAY;
        return new CalendarDay(date, kind, null, !published);
    }

    /** The year whose notice is needed to be certain of the day and not out, or 0. */
    private int missingNotice(LocalDate date) {
        if (!isPublished(date.getYear())) {
            return date.getYear();
        }
        boolean open = !MonthDay.from(date).isBefore(OPEN_UNTIL_THE_NEXT_NOTICE);
        return open && !isPublished(date.getYear() + 1) ? date.getYear() + 1 : 0;
    }

    /**
     * Whether bodies work on that day.
     *
     * @throws CalendarNotPublishedException when the year's notice is not out
     */
    public boolean isWorkingDay(LocalDate date) {
        return day(date, WhenUnpublished.FAIL).isWorking();
    }

    /**
     * The last day of a limit that starts on day 0, which itself does not count. A limit in hours, of which only the day of its
     * start is known, ends no later than the day given here; {@link #dueAt} is exact.
     */
    public DueDate dueAfter(LocalDate day0, TimeLimit limit, WhenUnpublished whenUnpublished) {
        return new LimitCount(this, whenUnpublished).after(day0, limit).due();
    }

    /**
     * The last day on which something can be done that must be done the whole limit before day 0, which itself does not count:
     * 30 days before an expiry, for one. In natural units a day off gives way to the working day before it, so that the
     * interval is never shortened.
     */
    public DueDate before(LocalDate day0, TimeLimit limit, WhenUnpublished whenUnpublished) {
        return new LimitCount(this, whenUnpublished).before(day0, limit).due();
    }

    /** The instant at which a limit that starts at that moment has run out: hours run at once, all other units end with a day. */
    public DueMoment dueAt(Instant start, TimeLimit limit, WhenUnpublished whenUnpublished) {
        return new LimitCount(this, whenUnpublished).at(start, limit);
    }

    /** The same count as {@link #dueAfter}, day by day: which days counted, which did not and why. */
    public List<CountedDay> explain(LocalDate day0, TimeLimit limit, WhenUnpublished whenUnpublished) {
        return new LimitCount(this, whenUnpublished).after(day0, limit).days();
    }

    /** How many working days lie after the first day, up to and including the last; negative when the last is earlier. */
    public int workingDaysBetween(LocalDate first, LocalDate last, WhenUnpublished whenUnpublished) {
        if (last.isBefore(first)) {
            return -workingDaysBetween(last, first, whenUnpublished);
        }
        return Math.toIntExact(first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(date -> day(date, whenUnpublished).isWorking())
                .count());
    }

    /** The first working day after the given one. */
    public LocalDate nextWorkingDay(LocalDate date, WhenUnpublished whenUnpublished) {
        return dueAfter(date, TimeLimit.workingDays(1), whenUnpublished).date();
    }

    /** The notices that decide on days of these years, in order: {@code 2019.2,2020.1}, edition 0 for none. */
    String versionOf(NavigableSet<LocalDate> consulted) {
        TreeMap<Integer, String> ids = new TreeMap<>();
        for (LocalDate day : consulted) {
            ids.computeIfAbsent(day.getYear(), year -> idOf(inForce.get(year), year));
            int missing = missingNotice(day);
            if (missing != 0) {
                ids.put(missing, idOf(null, missing));
            }
            HolidayNotice next = inForce.get(day.getYear() + 1);
            if (next != null
                    && (next.daysOff().containsKey(day) || next.workedDays().containsKey(day))) {
                ids.put(next.year(), next.id());
            }
        }
        String version = String.join(",", ids.values());
        int excess = version.length() - DueDate.MAX_VERSION_LENGTH;
        return excess <= 0 ? version : "…" + version.substring(excess + 1);
    }

    private static String idOf(@Nullable HolidayNotice notice, int year) {
        return notice == null ? year + ".0" : notice.id();
    }
}
