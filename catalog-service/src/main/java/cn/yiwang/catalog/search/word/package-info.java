/** What people type and how it sounds: spelling, pinyin, synonyms, codes. */
@NullMarked
package cn.yiwang.catalog.search.word;

import org.jspecify.annotations.NullMarked;
