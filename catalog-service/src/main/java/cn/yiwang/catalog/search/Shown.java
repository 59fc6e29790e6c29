package cn.yiwang.catalog.search;

import cn.yiwang.catalog.item.PublishedItem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a filter shows of a group.
 *
 * @param nearest the least distance from the citizen's own region
 * @param items the nearest first, at most as many as a list shows
 * @param count how many the filter shows in all
 */
record Shown(ItemGroup group, int nearest, List<PublishedItem> items, int count) {

    /** The most members of a group that a list shows. */
    static final int MOST = 50;

    static Shown of(ItemGroup group, ItemFilter filter) {
        var visible = group.items().stream().filter(filter::shows).toList();
        int nearest = visible.stream().mapToInt(filter::distance).min().orElse(ItemFilter.FARTHEST);
        // The members lie in the order of division and code, and sorting keeps it within a distance.
        var items = visible.stream()
                .sorted(Comparator.comparingInt(filter::distance))
                .limit(MOST)
                .toList();
        return new Shown(group, nearest, items, visible.size());
    }

    /** With the members whose code begins like this one first, all of them looked through. */
    Shown withCodeFirst(String code, ItemFilter filter) {
        var first = group.items().stream()
                .filter(item -> item.code().value().startsWith(code))
                .filter(filter::shows)
                .limit(MOST)
                .toList();
        if (first.isEmpty()) {
            return this;
        }
        var others = items.stream().filter(item -> !first.contains(item));
        var all = Stream.concat(first.stream(), others);
        return new Shown(group, nearest, all.limit(MOST).toList(), count);
    }

    boolean isEmpty() {
        return count == 0;
    }
}
