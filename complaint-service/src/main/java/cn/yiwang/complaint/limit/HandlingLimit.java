package cn.yiwang.complaint.limit;

import cn.yiwang.complaint.lifecycle.Kind;
import cn.yiwang.standards.calendar.TimeLimit;
import java.time.LocalDate;

/**
 * How long a body has from the day of dispatch.
 *
 * @param appliesFrom the first day of dispatch under this rule
 * @param confirmed whether a text that binds this platform's province sets the figure; otherwise it is a default to be configured
 */
record HandlingLimit(Kind kind, LocalDate appliesFrom, TimeLimit time, String basis, boolean confirmed) {}
