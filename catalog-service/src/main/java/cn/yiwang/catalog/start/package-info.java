/** What has to be in the catalog before its index is filled and its port opens. */
@NullMarked
package cn.yiwang.catalog.start;

import org.jspecify.annotations.NullMarked;
