/** The synonyms that editors keep for the search. */
@NullMarked
package cn.yiwang.catalog.search.synonym;

import org.jspecify.annotations.NullMarked;
