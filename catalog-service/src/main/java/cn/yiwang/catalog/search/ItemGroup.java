package cn.yiwang.catalog.search;

import cn.yiwang.catalog.item.PublishedItem;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The same business item at all the bodies that carry it out: one entry of a list of results. Immutable.
 *
 * @param number counts the groups of this index
 * @param items in the order of division and code
 * @param representative bears the name that most bodies give it, the first of them in the order of codes
 * @param names all its names
 */
record ItemGroup(String key, int number, List<PublishedItem> items, PublishedItem representative, List<String> names) {

    private static final Comparator<PublishedItem> ORDER = Comparator.<PublishedItem, String>comparing(
                    item -> item.division().value())
            .thenComparing(item -> item.code().value());

    static String keyOf(PublishedItem item) {
        return item.code().baseCode().value() + item.code().sequence();
    }

    static ItemGroup of(String key, int number, Collection<PublishedItem> members) {
        var items = members.stream().sorted(ORDER).toList();
        var names = new TreeMap<String, Integer>();
        items.forEach(item -> names.merge(item.name(), 1, Integer::sum));
        int most = names.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var representative = items.stream()
                .filter(item -> names.getOrDefault(item.name(), 0) == most)
                .min(Comparator.comparing(item -> item.code().value()))
                .orElseThrow();
        return new ItemGroup(key, number, items, representative, List.copyOf(names.keySet()));
    }
}
