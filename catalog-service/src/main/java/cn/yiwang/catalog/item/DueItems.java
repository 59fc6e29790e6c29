package cn.yiwang.catalog.item;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off all that is due, item by item, so that a day on which the whole catalog changes takes no longer than its work. What fails
 * stays for the next round and keeps nobody else waiting.
 */
final class DueItems {

    private static final Logger LOG = LoggerFactory.getLogger(DueItems.class);
    private static final int BATCH = 100;

    private final String work;
    private final LongFunction<Optional<BusinessItem>> items;

    DueItems(String work, LongFunction<Optional<BusinessItem>> items) {
        this.work = work;
        this.items = items;
    }

    /**
     * Hands every item that is due to the work once.
     *
     * @param due the first ids that are due, as many as asked for
     */
    void forEach(IntFunction<List<Long>> due, Consumer<BusinessItem> act) {
        var failed = new HashSet<Long>();
        var done = new HashSet<Long>();
        for (var ids = next(due, failed, done); !ids.isEmpty(); ids = next(due, failed, done)) {
            for (var id : ids) {
                done.add(id);
                try {
                    items.apply(id).ifPresent(act);
                } catch (RuntimeException e) {
                    failed.add(id);
                    LOG.error("{} of business item {} failed; tried again in a minute", work, id, e);
                }
            }
        }
    }

    private static List<Long> next(IntFunction<List<Long>> due, Set<Long> failed, Set<Long> done) {
        return due.apply(BATCH + failed.size()).stream()
                .distinct()
                .filter(id -> !done.contains(id))
                .toList();
    }
}
