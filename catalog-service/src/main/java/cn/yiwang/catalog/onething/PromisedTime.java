package cn.yiwang.catalog.onething;

import cn.yiwang.catalog.guide.TimeLimits.Limit;
import cn.yiwang.standards.calendar.LimitUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long the bodies promise to take for the whole: of items side by side the longest counts, what follows each other adds up.
 *
 * @param unit working days; another unit only where all items are promised in that one
 */
record PromisedTime(long amount, LimitUnit unit) {

    private static final int HOURS_A_DAY = 8;

    /** A promise with its place in the order. */
    record Part(int order, Limit promised) {}

    /** The sum; nothing where units are mixed that nobody can add, such as working days and months. */
    static Optional<PromisedTime> of(List<Part> parts) {
        var units =
                parts.stream().map(part -> part.promised().unit()).distinct().toList();
        if (units.size() == 1) {
            return Optional.of(new PromisedTime(sum(parts, 1, 1), units.getFirst()));
        }
        if (units.stream().allMatch(unit -> unit == LimitUnit.HOUR || unit == LimitUnit.WORKING_DAY)) {
            var hours = sum(parts, HOURS_A_DAY, 1);
            return Optional.of(new PromisedTime(Math.ceilDiv(hours, HOURS_A_DAY), LimitUnit.WORKING_DAY));
        }
        return Optional.empty();
    }

    private static long sum(List<Part> parts, long ofDay, long ofOther) {
        Map<Integer, Long> longest = new TreeMap<>();
        for (var part : parts) {
            var unit = part.promised().unit() == LimitUnit.WORKING_DAY ? ofDay : ofOther;
            longest.merge(part.order(), part.promised().amount() * unit, Math::max);
        }
        return longest.values().stream().mapToLong(Long::longValue).sum();
    }
}
