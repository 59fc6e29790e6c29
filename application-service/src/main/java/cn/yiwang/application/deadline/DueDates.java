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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes due dates. The day on which a period begins does not count; days are counted as the calendar stands, provisionally where a
 * year's notice is not out.
 */
public final class DueDates {

    private final LegalRules rules;
    private final ClockRules clockRules;
    private final WorkingCalendar calendar;

    DueDates(LegalRules rules, WorkingCalendar calendar) {
        this(rules, ClockRules.bundled(), calendar);
    }

    private DueDates(LegalRules rules, ClockRules clockRules, WorkingCalendar calendar) {
        this.rules = rules;
        this.clockRules = clockRules;
        this.calendar = calendar;
    }

    /** When a limit that began on {@code day0} ends for an application under this guide. */
    public Due of(Limit limit, Guide guide, LocalDate day0) {
        return due(legal(limit, guide, day0), promised(limit, guide), day0);
    }

    /**
     * The whole clock of a limit, day by day, with what moved it.
     *
     * @param today how far a pause without an end has come
     */
    public ClockReading read(Limit limit, Guide guide, LocalDate day0, Adjustments adjustments, LocalDate today) {
        Legal legal = legal(limit, guide, day0);
        LegalLimit promised = promised(limit, guide);
        return new ClockReading(
                day0,
                legal.basis(),
                new DayCount(calendar, adjustments, today).run(day0, legal.time()),
                promised == null ? null : new DayCount(calendar, adjustments, today).run(day0, time(promised)),
                adjustments);
    }

    /** By how much the decision can be put off once, and who has to approve it. */
    public Extension extension(Guide guide, LocalDate day0) {
        boolean several = guide.isHandledBySeveralBodies();
        ClockRule rule = clockRules.get(
                several ? ClockRule.Name.EXTENSION_OF_SEVERAL_BODIES : ClockRule.Name.EXTENSION, act(guide), day0);
        return new Extension(
                rule.time(), several ? Extension.Approver.GOVERNMENT_HEAD : Extension.Approver.BODY_HEAD, rule.basis());
    }

    /** The article by which the sector takes the time of rectification out of the limit; empty where none does. */
    public Optional<String> rectificationBasis(Guide guide, LocalDate day0) {
        return clockRules
                .find(ClockRule.Name.RECTIFICATION_EXCLUDED, act(guide), day0)
                .map(ClockRule::basis);
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

    /** The same where the decision's clock was moved: a department's limit rests as long, and is not put off. */
    public Due of(ReviewPart part, ClockReading decision, LocalDate today) {
        Due whole = decision.due();
        if (part.workingDays() == 0) {
            return whole;
        }
        Adjustments pauses = new Adjustments(decision.adjustments().pauses(), null);
        DueDate own = new DayCount(calendar, pauses, today)
                .run(decision.day0(), TimeLimit.workingDays(part.workingDays()))
                .due();
        return own.date().isBefore(whole.on())
                ? new Due(own.date(), whole.statutoryOn(), own.provisional(), own.calendarVersion(), whole.basis())
                : whole;
    }

    /** The limit that binds by law: the sector's own, which the guide states with its article, before the general one. */
    private Legal legal(Limit limit, Guide guide, LocalDate day0) {
        LegalLimit special =
                limit == Limit.DECISION ? guide.guide().timeLimits().statutory() : null;
        if (special != null && special.basis() != null) {
            return new Legal(time(special), special.basis());
        }
        Legal general = general(limit, guide, day0);
        return special == null ? general : new Legal(time(special), general.basis());
    }

    /** Art. 42: the longer limit only where the guide declares the mode of Art. 26, never because two offices review. */
    private Legal general(Limit limit, Guide guide, LocalDate day0) {
        if (limit == Limit.DECISION && guide.isHandledBySeveralBodies()) {
            ClockRule rule = clockRules.get(ClockRule.Name.DECISION_OF_SEVERAL_BODIES, act(guide), day0);
            return new Legal(rule.time(), rule.basis());
        }
        LegalRule rule = rules.inForce(limit, day0);
        return new Legal(rule.time(), rule.basis());
    }

    private static @Nullable LegalLimit promised(Limit limit, Guide guide) {
        Guide.TimeLimits limits = guide.guide().timeLimits();
        return switch (limit) {
            case ACCEPTANCE -> limits.acceptance();
            case FIRST_REVIEW -> null;
            case DECISION -> limits.promised();
            case DELIVERY -> limits.delivery();
        };
    }

    /** The act of the sector: what the guide cites for its limit. */
    private static @Nullable String act(Guide guide) {
        LegalLimit statutory = guide.guide().timeLimits().statutory();
        return statutory == null ? null : statutory.basis();
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
