package cn.yiwang.catalog.search;

import cn.yiwang.catalog.item.PublishedItem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a filter shows of a group. Which members it shows first is worked out when somebody sees them, and remembered. */
final class Shown {

    /** The most members of a group that a list shows. */
    static final int MOST = 50;

    private final ItemGroup group;
    private final ItemFilter filter;
    private final int nearest;
    private final int count;
    private volatile @Nullable List<PublishedItem> first;

    private Shown(ItemGroup group, ItemFilter filter, int nearest, int count) {
        this.group = group;
        this.filter = filter;
        this.nearest = nearest;
        this.count = count;
    }

    static Shown of(ItemGroup group, ItemFilter filter) {
        int nearest = ItemFilter.FARTHEST;
        int count = 0;
        for (var item : group.items()) {
            if (filter.shows(item)) {
                count++;
                nearest = Math.min(nearest, filter.distance(item));
            }
        }
        return new Shown(group, filter, nearest, count);
    }

    ItemGroup group() {
        return group;
    }

    /** The least distance from the citizen's own region. */
    int nearest() {
        return nearest;
    }

    /** How many members the filter shows in all. */
    int count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The nearest members first, at most as many as a list shows. */
    List<PublishedItem> items() {
        var known = first;
        if (known == null) {
            // The members lie in the order of division and code, and sorting keeps it within a distance.
            known = group.items().stream()
                    .filter(filter::shows)
                    .sorted(Comparator.comparingInt(filter::distance))
                    .limit(MOST)
                    .toList();
            first = known;
        }
        return known;
    }

    /** The members whose code begins like this one first, all members looked through. */
    List<PublishedItem> itemsWithCodeFirst(String code) {
        var begin = group.items().stream()
                .filter(item -> item.code().value().startsWith(code))
                .filter(filter::shows)
                .limit(MOST)
                .toList();
        return begin.isEmpty()
                ? items()
                : Stream.concat(begin.stream(), items().stream().filter(item -> !begin.contains(item)))
                        .limit(MOST)
                        .toList();
    }
}
