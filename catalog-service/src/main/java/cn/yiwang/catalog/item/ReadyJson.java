package cn.yiwang.catalog.item;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A bounded store of JSON that does not change under its key; what was not asked for longest goes first. */
final class ReadyJson {

    private final Map<String, byte[]> entries;

    ReadyJson(int capacity) {
        this.entries = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
                return size() > capacity;
            }
        });
    }

    /** Two callers may make the same entry at once: both get the same bytes, and nobody waits for the other. */
    byte[] of(String key, Supplier<byte[]> maker) {
        var known = entries.get(key);
        if (known != null) {
            return known;
        }
        var made = maker.get();
        entries.put(key, made);
        return made;
    }
}
