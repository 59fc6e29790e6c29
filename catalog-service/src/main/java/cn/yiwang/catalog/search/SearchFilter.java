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
 * @param theme a code of the themes (主题分类) of that audience, for example 010
 * @param onlineDepth LEVEL_1 to LEVEL_4: what can be dealt with online (网办深度) at least so far
 */
record SearchFilter(
        @Nullable String division,
        @Nullable String type,
        @Nullable String body,
        @Nullable String level,
        @Nullable String audience,
        @Nullable String theme,
        @Nullable String onlineDepth) {}
