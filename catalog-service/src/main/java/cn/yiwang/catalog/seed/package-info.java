/** The items the catalog holds from the start, imported once by whichever instance comes first. */
@NullMarked
package cn.yiwang.catalog.seed;

import org.jspecify.annotations.NullMarked;
