package cn.yiwang.standards.calendar;

/**
 * A day as a count went over it.
 *
 * @param count the place of the day in the count from 1, or 0 for a day that did not count
 */
public record CountedDay(CalendarDay day, int count) {}
