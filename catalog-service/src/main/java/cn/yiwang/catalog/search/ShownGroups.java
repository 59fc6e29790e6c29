package cn.yiwang.catalog.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what filters show of groups. A remembered part counts as long as its group is the same object, so a changed group is
 * looked through once per filter, the others never again.
 */
final class ShownGroups {

    /** Each remembered part takes some fifty bytes, and a few hundred when it was seen. */
    private static final int MOST_PARTS = 200_000;

    private static final int FEWEST_FILTERS = 32;

    private int groups = 1;
    private final Map<ItemFilter, Map<Integer, Shown>> filters = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ItemFilter, Map<Integer, Shown>> eldest) {
            return size() > FEWEST_FILTERS && size() * (long) groups > MOST_PARTS;
        }
    };

    /** What one filter shows. */
    interface View {

        Shown of(ItemGroup group);
    }

    @SuppressWarnings("ReferenceEquality") // an equal group that was made anew is another one
    View through(ItemFilter filter, int groupCount) {
        Map<Integer, Shown> known;
        synchronized (filters) {
            groups = groupCount;
            known = filters.computeIfAbsent(filter, key -> new ConcurrentHashMap<>());
        }
        return group -> {
            var shown = known.get(group.number());
            if (shown == null || shown.group() != group) {
                shown = Shown.of(group, filter);
                known.put(group.number(), shown);
            }
            return shown;
        };
    }
}
