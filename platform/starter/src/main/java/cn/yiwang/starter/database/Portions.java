package cn.yiwang.starter.database;

import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts lists for statements that take a row of values per entry: into portions of few different sizes, so that there are few different
 * statements and the driver keeps all of them prepared.
 */
public final class Portions {

    /** Thirty-two rows of the largest events still fit into one packet of a server with its default settings. */
    private static final int LARGEST = 32;

    private Portions() {}

    /** Hands out the list in order, in portions whose sizes are powers of two. */
    public static <T> void of(List<T> all, Consumer<List<T>> work) {
        int from = 0;
        while (from < all.size()) {
            int size = Math.min(LARGEST, Integer.highestOneBit(all.size() - from));
            work.accept(all.subList(from, from + size));
            from += size;
        }
    }

    /** The rows of placeholders of a portion. */
    public static String rows(int rows, int columns) {
        String row = "(" + "?, ".repeat(columns - 1) + "?)";
        return (row + ", ").repeat(rows - 1) + row;
    }
}
