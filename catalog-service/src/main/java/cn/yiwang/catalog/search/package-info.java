/** Finding items by what people say, by pinyin and by parts of codes, in an index in memory. */
@NullMarked
package cn.yiwang.catalog.search;

import org.jspecify.annotations.NullMarked;
