package cn.yiwang.standards.calendar;

/** A count needs a year for which no holiday notice is known. */
public final class CalendarNotPublishedException extends IllegalStateException {

    private final int year;

    CalendarNotPublishedException(int year) {
        super("No holiday notice is known for " + year);
        this.year = year;
    }

    public int year() {
        return year;
    }
}
