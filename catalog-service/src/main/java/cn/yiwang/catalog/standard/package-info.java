/** What a base item prescribes to everybody who carries it out, and the differences that were justified. */
@NullMarked
package cn.yiwang.catalog.standard;

import org.jspecify.annotations.NullMarked;
