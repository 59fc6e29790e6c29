package cn.yiwang.catalog.rule;

import cn.yiwang.catalog.guide.TimeLimits.Duration;
import cn.yiwang.catalog.guide.TimeLimits.Limit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The rules about time. */
final class TimeLimitRules {

    private static final int ACCEPTANCE_DAYS = 5;
    private static final int DELIVERY_DAYS = 10;

    private TimeLimitRules() {}

    static @Nullable Objection acceptanceWithinFiveDays(ProposedVersion version) {
        return withinWorkingDays(version, version.guide().timeLimits().acceptance(), "acceptance", ACCEPTANCE_DAYS);
    }

    static @Nullable Objection deliveryWithinTenDays(ProposedVersion version) {
        return withinWorkingDays(version, version.guide().timeLimits().delivery(), "delivery", DELIVERY_DAYS);
    }

    private static @Nullable Objection withinWorkingDays(ProposedVersion version, Limit limit, String field, int days) {
        if (!version.isLicence()) {
            return null;
        }
        var hours = limit.duration().workingHours();
        return hours.isPresent() && hours.getAsLong() <= (long) days * Duration.HOURS_A_DAY
                ? null
                : Objection.at("/guide/timeLimits/" + field, days);
    }

    static @Nullable Objection promisedInTheUnitOfTheLaw(ProposedVersion version) {
        var limits = version.guide().timeLimits();
        return comparable(limits.promised().duration(), limits.statutory().duration())
                ? null
                : Objection.at("/guide/timeLimits/promised/unit");
    }

    static @Nullable Objection promisedWithinStatutory(ProposedVersion version) {
        var promised = version.guide().timeLimits().promised();
        var statutory = version.guide().timeLimits().statutory();
        return isLonger(promised.duration(), statutory.duration())
                ? Objection.at("/guide/timeLimits/promised/amount", promised.amount(), statutory.amount())
                : null;
    }

    /** Where all is counted in working time, to the hour. */
    static @Nullable Objection linksWithinPromised(ProposedVersion version) {
        if (!isAllWorkingTime(version)) {
            return null;
        }
        long sum = sum(version, step -> step.workingHours().orElse(0));
        long promised = version.guide()
                .timeLimits()
                .promised()
                .duration()
                .workingHours()
                .orElse(0);
        return sum > promised ? Objection.at("/guide/links", sum, promised) : null;
    }

    /** Where units differ, the steps are taken at their shortest and the promise at its longest: what does not fit then never does. */
    static @Nullable Objection mixedLinksWithinPromised(ProposedVersion version) {
        if (isAllWorkingTime(version)) {
            return null;
        }
        var least = sum(version, DaysOfDuration::least);
        var most = DaysOfDuration.most(version.guide().timeLimits().promised().duration());
        return least > most ? Objection.at("/guide/links", least, most) : null;
    }

    private static boolean isAllWorkingTime(ProposedVersion version) {
        var guide = version.guide();
        return guide.timeLimits().promised().duration().workingHours().isPresent()
                && guide.links().stream()
                        .allMatch(link -> link.limit().workingHours().isPresent());
    }

    /** Steps side by side take as long as the longest of them. */
    private static long sum(ProposedVersion version, ToLongFunction<Duration> length) {
        Map<Integer, Long> longest = new HashMap<>();
        version.guide()
                .links()
                .forEach(link -> longest.merge(link.order(), length.applyAsLong(link.limit()), Math::max));
        return longest.values().stream().mapToLong(Long::longValue).sum();
    }

    static List<Objection> unconfirmedLimits(ProposedVersion version) {
        var limits = version.guide().timeLimits();
        Map<String, Limit> byField = new LinkedHashMap<>();
        byField.put("acceptance", limits.acceptance());
        byField.put("statutory", limits.statutory());
        byField.put("promised", limits.promised());
        byField.put("delivery", limits.delivery());
        return byField.entrySet().stream()
                .filter(entry -> !entry.getValue().confirmed())
                .map(entry -> Objection.at("/guide/timeLimits/" + entry.getKey()))
                .toList();
    }

    static boolean comparable(Duration one, Duration other) {
        return one.unit() == other.unit()
                || (one.workingHours().isPresent() && other.workingHours().isPresent());
    }

    static boolean isLonger(Duration one, Duration other) {
        if (one.unit() == other.unit()) {
            return one.amount() > other.amount();
        }
        var hours = one.workingHours();
        var limit = other.workingHours();
        return hours.isPresent() && limit.isPresent() && hours.getAsLong() > limit.getAsLong();
    }
}
