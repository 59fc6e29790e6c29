package cn.yiwang.starter.paging;

import org.jspecify.annotations.Nullable;

/**
 * How much of a list to answer and where to go on; a controller argument read from {@code ?limit=&after=}.
 *
 * @param limit 1 to 100, 20 when absent
 * @param after the {@code next} of the page before, null for the first page
 */
public record PageRequest(int limit, @Nullable String after) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAXIMUM_LIMIT = 100;
}
