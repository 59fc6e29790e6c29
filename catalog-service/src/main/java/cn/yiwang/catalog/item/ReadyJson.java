package cn.yiwang.catalog.item;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store of JSON that does not change under its key, bounded by its bytes: guides differ in length a hundredfold. What was not asked for
 * longest goes first.
 */
final class ReadyJson {

    private final long capacity;
    private final Map<String, byte[]> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** Makes an empty store for so many bytes. */
    ReadyJson(long capacity) {
        this.capacity = capacity;
    }

    /** Two callers may make the same entry at once: both get the same bytes, and nobody waits for the other. */
    byte[] of(String key, Supplier<byte[]> maker) {
        var known = find(key);
        if (known != null) {
            return known;
        }
        var made = maker.get();
        keep(key, made);
        return made;
    }

    private synchronized byte @Nullable [] find(String key) {
        return entries.get(key);
    }

    private synchronized void keep(String key, byte[] made) {
        if (made.length > capacity) {
            return;
        }
        var former = entries.put(key, made);
        bytes += made.length - (former == null ? 0 : former.length);
        for (Iterator<byte[]> eldest = entries.values().iterator(); bytes > capacity; ) {
            bytes -= eldest.next().length;
            eldest.remove();
        }
    }

    /** How many bytes are kept. */
    synchronized long size() {
        return bytes;
    }
}
