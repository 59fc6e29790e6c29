package cn.yiwang.catalog.item;

import cn.yiwang.catalog.item.PublishedItem.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days on which a version applies and the item is offered too. */
final class OfferedDays {

    private OfferedDays() {}

    /** Cuts the interruptions out of the periods; what is left over keeps the order. */
    static List<Period> of(List<Period> periods, List<Interruption> interruptions) {
        var left = periods;
        for (var interruption : interruptions) {
            var next = new ArrayList<Period>();
            left.forEach(period -> cut(period, interruption, next));
            left = next;
        }
        return List.copyOf(left);
    }

    private static void cut(Period period, Interruption interruption, List<Period> left) {
        var first = interruption.firstDay();
        var last = interruption.lastDay();
        var lifted = last != null && last.isBefore(first);
        if (lifted || isBefore(period.to(), first) || (last != null && last.isBefore(period.from()))) {
            left.add(period);
            return;
        }
        if (period.from().isBefore(first)) {
            left.add(period.between(period.from(), first.minusDays(1)));
        }
        if (last != null && !isBefore(period.to(), last.plusDays(1))) {
            left.add(period.between(last.plusDays(1), period.to()));
        }
    }

    private static boolean isBefore(@Nullable LocalDate end, LocalDate day) {
        return end != null && end.isBefore(day);
    }
}
