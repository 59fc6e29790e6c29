package cn.yiwang.application.deadline;

import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guide.LegalLimit;
import cn.yiwang.application.guide.ReviewPart;
import cn.yiwang.application.lifecycle.Limit;
import cn.yiwang.standards.calendar.DueDate;
import cn.yiwang.standards.calendar.LimitUnit;
import cn.yiwang.standards.calendar.TimeLimit;
import cn.yiwang.standards.calendar.WhenUnpublished;
import cn.yiwang.standards.calendar.WorkingCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Computes due dates. The day on which a period begins does not count; days are counted as the calendar stands, provisionally where a
 * year's notice is not out.
 */
public final class DueDates {

    private final LegalRules rules;
    private final WorkingCalendar calendar;

    DueDates(LegalRules rules, WorkingCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /** When a limit that began on {@code day0} ends for an application under this guide. */
    public Due of(Limit limit, Guide guide, LocalDate day0) {
        Guide.TimeLimits limits = guide.guide().timeLimits();
        return switch (limit) {
            case ACCEPTANCE -> due(legal(limit, null, day0), limits.acceptance(), day0);
            case FIRST_REVIEW -> due(legal(limit, null, day0), null, day0);
            case DECISION -> due(legal(limit, limits.statutory(), day0), limits.promised(), day0);
            case DELIVERY -> due(legal(limit, null, day0), limits.delivery(), day0);
        };
    }

    /** When a department's part of a review is due: its own limit, but never after the decision itself. */
    public Due of(ReviewPart part, Due decision, LocalDate day0) {
        if (part.workingDays() == 0) {
            return decision;
        }
        DueDate own = count(TimeLimit.workingDays(part.workingDays()), day0);
        return own.date().isBefore(decision.on())
                ? new Due(
                        own.date(), decision.statutoryOn(), own.provisional(), own.calendarVersion(), decision.basis())
                : decision;
    }

    /** The limit that binds by law: the sector's own, which the guide states with its article, before the general one. */
    private Legal legal(Limit limit, @Nullable LegalLimit special, LocalDate day0) {
        if (special != null && special.basis() != null) {
            return new Legal(time(special), special.basis());
        }
        LegalRule general = rules.inForce(limit, day0);
        return special == null ? new Legal(general.time(), general.basis()) : new Legal(time(special), general.basis());
    }

    private Due due(Legal legal, @Nullable LegalLimit promised, LocalDate day0) {
        DueDate statutory = count(legal.time(), day0);
        DueDate due = promised == null ? statutory : earlier(count(time(promised), day0), statutory);
        return new Due(
                due.date(),
                statutory.date(),
                due.provisional() || statutory.provisional(),
                statutory.calendarVersion(),
                legal.basis());
    }

    private DueDate count(TimeLimit limit, LocalDate day0) {
        return calendar.dueAfter(day0, limit, WhenUnpublished.PROVISIONAL);
    }

    private static DueDate earlier(DueDate promised, DueDate statutory) {
        return promised.date().isBefore(statutory.date()) ? promised : statutory;
    }

    private static TimeLimit time(LegalLimit limit) {
        return new TimeLimit(limit.amount(), LimitUnit.valueOf(limit.unit().name()));
    }

    private record Legal(TimeLimit time, String basis) {}
}
