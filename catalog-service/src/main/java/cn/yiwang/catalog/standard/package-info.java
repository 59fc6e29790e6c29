/** Base items with the standard they prescribe, and the implementations that inherit it or differ for a reason. */
@NullMarked
package cn.yiwang.catalog.standard;

import org.jspecify.annotations.NullMarked;
