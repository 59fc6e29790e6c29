package cn.yiwang.catalog.search;

import cn.yiwang.catalog.item.PublishedItem;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.ItemType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which items a list shows.
 *
 * @param day the day on which they are in force
 * @param division the citizen's own region
 */
record ItemFilter(
        LocalDate day,
        @Nullable DivisionCode division,
        @Nullable ItemType type) {

    /** The digits that all divisions inside this one begin with. */
    static String prefix(DivisionCode division) {
        var code = division.value();
        return code.endsWith("0000") ? code.substring(0, 2) : code.endsWith("00") ? code.substring(0, 4) : code;
    }

    boolean shows(PublishedItem item) {
        return item.versionOn(day).isPresent()
                && (division == null
                        || division.contains(item.division())
                        || item.division().contains(division));
    }

    /** The own region first, then the levels above it from near to far, then what lies inside it. */
    int distance(PublishedItem item) {
        if (division == null || division.equals(item.division())) {
            return 0;
        }
        if (item.division().contains(division)) {
            return prefix(item.division()).length() == 4 ? 1 : 2;
        }
        return 3;
    }
}
