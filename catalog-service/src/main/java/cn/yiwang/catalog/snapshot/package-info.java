/** Everything published at once, for those who keep a copy of it and then follow the news. */
@NullMarked
package cn.yiwang.catalog.snapshot;

import org.jspecify.annotations.NullMarked;
