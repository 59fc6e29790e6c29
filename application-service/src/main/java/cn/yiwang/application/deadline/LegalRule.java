package cn.yiwang.application.deadline;

import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.standards.calendar.TimeLimit;
import java.time.LocalDate;

/** A figure that a law sets, with the article and the day from which it applies. */
record LegalRule(Limit limit, LocalDate appliesFrom, TimeLimit time, String basis) {}
