package cn.yiwang.catalog.search;

import org.jspecify.annotations.Nullable;

/**
 * What narrows a list of items, as it is asked for.
 *
 * @param division the citizen's own region
 * @param type the type of the items, as its code
 * @param body the credit code of a body
 * @param level the level at which items are carried out, as its code
 * @param audience PERSON or ORGANIZATION
 */
record SearchFilter(
        @Nullable String division,
        @Nullable String type,
        @Nullable String body,
        @Nullable String level,
        @Nullable String audience) {}
