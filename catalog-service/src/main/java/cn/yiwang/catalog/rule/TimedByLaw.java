package cn.yiwang.catalog.rule;

import cn.yiwang.catalog.guide.TimeLimits;
import cn.yiwang.catalog.guide.TimeLimits.Limit;
import cn.yiwang.catalog.law.Law;
import java.util.List;

/** A limit of a guide that the law may set. */
record TimedByLaw(Law.Clock clock, String pointer, Limit limit) {

    static TimedByLaw decision(TimeLimits limits) {
        return new TimedByLaw(Law.Clock.DECISION, "/guide/timeLimits/statutory", limits.statutory());
    }

    static List<TimedByLaw> of(TimeLimits limits) {
        return List.of(
                new TimedByLaw(Law.Clock.ACCEPTANCE, "/guide/timeLimits/acceptance", limits.acceptance()),
                decision(limits),
                new TimedByLaw(Law.Clock.DELIVERY, "/guide/timeLimits/delivery", limits.delivery()));
    }
}
