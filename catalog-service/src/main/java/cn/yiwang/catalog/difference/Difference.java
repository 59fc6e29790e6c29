package cn.yiwang.catalog.difference;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing that is different.
 *
 * @param pointer the JSON pointer in the later version, or in the earlier one for what was removed
 * @param label the place in words; absent where a field has none
 * @param before what was there; absent for what was added
 * @param after what is there; absent for what was removed
 */
public record Difference(
        String pointer,
        Kind kind,
        @Nullable Label label,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {

    /** What happened at the place. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** The place in both languages. */
    public record Label(String zh, String en) {}
}
