package cn.yiwang.standards.calendar;

import java.time.Instant;

/** The instant at which a time limit has run out; {@code due} is the day in China that this instant ends or lies in. */
public record DueMoment(Instant instant, DueDate due) {}
