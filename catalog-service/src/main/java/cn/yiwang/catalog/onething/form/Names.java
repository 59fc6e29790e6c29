package cn.yiwang.catalog.onething.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names that several items share: what is called the same and is the same is there once, what is called the same and is something else
 * gets a name of its own.
 */
final class Names {

    private final String separator;
    private final int longest;
    private final Map<String, Object> meanings = new LinkedHashMap<>();

    Names(String separator, int longest) {
        this.separator = separator;
        this.longest = longest;
    }

    /** The name under which something is to be found; {@code meaning} is all that tells it from others. */
    String of(String wished, Object meaning) {
        var name = wished;
        for (int number = 2; isTaken(name, meaning); number++) {
            var ending = separator + number;
            name = wished.substring(0, Math.min(wished.length(), longest - ending.length())) + ending;
        }
        meanings.put(name, meaning);
        return name;
    }

    boolean isTaken(String name, Object meaning) {
        @Nullable Object known = meanings.get(name);
        return known != null && !known.equals(meaning);
    }

    boolean isKnown(String name) {
        return meanings.containsKey(name);
    }

    /** Own names of one item and what they are called in common. */
    static final class Renaming {

        private final Map<String, String> common = new HashMap<>();

        void put(String own, String shared) {
            common.put(own, shared);
        }

        String of(String own) {
            return common.getOrDefault(own, own);
        }
    }
}
