package cn.yiwang.catalog.search;

import cn.yiwang.catalog.item.PublishedItem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same business item at all the bodies that carry it out: one entry of a list of results. Immutable. */
record ItemGroup(String key, Map<Long, PublishedItem> members) {

    ItemGroup {
        members = Map.copyOf(members);
    }

    static String keyOf(PublishedItem item) {
        return item.code().baseCode().value() + item.code().sequence();
    }

    static ItemGroup of(PublishedItem item) {
        return new ItemGroup(keyOf(item), Map.of(item.id(), item));
    }

    ItemGroup with(PublishedItem item) {
        var more = new TreeMap<>(members);
        more.put(item.id(), item);
        return new ItemGroup(key, more);
    }

    Collection<PublishedItem> items() {
        return members.values();
    }

    /** The name that most bodies give it, the first of them in the order of codes. */
    PublishedItem representative() {
        var names = new TreeMap<String, Integer>();
        members.values().forEach(item -> names.merge(item.name(), 1, Integer::sum));
        var most = names.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return members.values().stream()
                .filter(item -> names.getOrDefault(item.name(), 0) == most)
                .min((a, b) -> a.code().value().compareTo(b.code().value()))
                .orElseThrow();
    }

    List<String> names() {
        return members.values().stream()
                .map(PublishedItem::name)
                .distinct()
                .sorted()
                .toList();
    }
}
