package cn.yiwang.catalog.item;

import cn.yiwang.catalog.body.Named;
import cn.yiwang.standards.BusinessItemCode;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.ItemType;
import cn.yiwang.standards.ServiceLevel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What can be found of an item.
 *
 * @param revision grows with every change of what is published
 * @param versions when which version applies and can be applied for: days of suspension are left out
 */
public record PublishedItem(
        long id,
        long revision,
        BusinessItemCode code,
        String name,
        ItemType type,
        ServiceLevel level,
        Named body,
        DivisionCode division,
        List<Period> versions) {

    public PublishedItem {
        versions = List.copyOf(versions);
    }

    /** The days on which a version applies. */
    public record Period(
            int version, LocalDate from, @Nullable LocalDate to) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** The version in force on a day. */
    public OptionalInt versionOn(LocalDate day) {
        return versions.stream()
                .filter(period -> period.holds(day))
                .mapToInt(Period::version)
                .max();
    }

    /** The first day on which the item can be applied for. */
    public LocalDate firstDay() {
        return versions.stream()
                .map(Period::from)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }
}
