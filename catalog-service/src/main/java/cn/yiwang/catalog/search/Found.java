package cn.yiwang.catalog.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param well whether whole words were found; otherwise only single characters, or what slips of the finger may have meant
 * @param didYouMean another text that was probably meant
 */
record Found(List<Shown> groups, boolean well, @Nullable String didYouMean) {

    Found {
        groups = List.copyOf(groups);
    }
}
