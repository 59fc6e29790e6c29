package cn.yiwang.application.deadline;

import cn.yiwang.application.deadline.ClockRule.Effect;
import cn.yiwang.application.deadline.ClockRule.Name;
import cn.yiwang.standards.calendar.DueDate;
import cn.yiwang.standards.calendar.WhenUnpublished;
import cn.yiwang.standards.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes renewal windows backwards from the expiry of a licence. */
public final class RenewalWindows {

    private final ClockRules rules;
    private final WorkingCalendar calendar;

    RenewalWindows(ClockRules rules, WorkingCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /**
     * The window by the rules of that day.
     *
     * @param act the act under which the licence is renewed, as the guide cites it
     */
    public RenewalWindow of(@Nullable String act, LocalDate expiry, LocalDate today) {
        ClockRule closes = rules.get(Name.RENEWAL_CLOSES, act, today);
        Optional<ClockRule> opens = rules.find(Name.RENEWAL_OPENS, act, today);
        DueDate last = before(expiry, closes);
        Optional<DueDate> first = opens.map(rule -> before(expiry, rule));
        return new RenewalWindow(
                first.map(DueDate::date).orElse(null),
                last.date(),
                expiry,
                closes.effect() == Effect.STOPS_AT_EXPIRY
                        ? RenewalWindow.Late.STOPS_AT_EXPIRY
                        : RenewalWindow.Late.NOT_ACCEPTED,
                last.provisional() || first.map(DueDate::provisional).orElse(false),
                closes.basis(),
                closes.confirmed() && opens.map(ClockRule::confirmed).orElse(true));
    }

    private DueDate before(LocalDate expiry, ClockRule rule) {
        return calendar.before(expiry, rule.time(), WhenUnpublished.PROVISIONAL);
    }
}
