package cn.yiwang.catalog.search;

import cn.yiwang.catalog.item.PublishedItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The items of the index, by groups. One thread changes it at a time; any number read what is open. */
final class ItemShelf {

    private final Map<Long, PublishedItem> items = new ConcurrentHashMap<>();
    private final Map<String, Map<Long, PublishedItem>> members = new HashMap<>();
    private volatile Open open = new Open(new TreeMap<>(), new ItemGroup[0]);

    /** All groups at one moment. Nobody changes it. */
    @SuppressWarnings("ArrayRecordComponent") // read by position, never compared
    record Open(NavigableMap<String, ItemGroup> byKey, ItemGroup[] byNumber) {}

    Open open() {
        return open;
    }

    int size() {
        return items.size();
    }

    List<Long> outdated(Map<Long, Long> current) {
        return current.entrySet().stream()
                .filter(entry -> {
                    var known = items.get(entry.getKey());
                    return known == null || known.revision() != entry.getValue();
                })
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Puts items in their groups and returns the groups that changed. */
    Collection<ItemGroup> put(Consumer<Consumer<Collection<PublishedItem>>> loader) {
        var keys = new TreeSet<String>();
        loader.accept(batch -> batch.forEach(item -> {
            var known = items.get(item.id());
            if (known == null || known.revision() <= item.revision()) {
                items.put(item.id(), item);
                var key = ItemGroup.keyOf(item);
                members.computeIfAbsent(key, group -> new HashMap<>()).put(item.id(), item);
                keys.add(key);
            }
        }));
        return regroup(keys);
    }

    private List<ItemGroup> regroup(Collection<String> keys) {
        var before = open;
        var byKey = new TreeMap<>(before.byKey());
        var changed = new ArrayList<ItemGroup>(keys.size());
        for (var key : keys) {
            var known = byKey.get(key);
            int number = known == null ? byKey.size() : known.number();
            var group = ItemGroup.of(
                    key, number, members.getOrDefault(key, Map.of()).values());
            byKey.put(key, group);
            changed.add(group);
        }
        var byNumber = Arrays.copyOf(before.byNumber(), byKey.size());
        changed.forEach(group -> byNumber[group.number()] = group);
        open = new Open(byKey, byNumber);
        return changed;
    }
}
