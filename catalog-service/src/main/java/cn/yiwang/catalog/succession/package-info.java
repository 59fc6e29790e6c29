/** Base items and implementations that are merged, split, moved to another body or abolished; their codes keep resolving. */
@NullMarked
package cn.yiwang.catalog.succession;

import org.jspecify.annotations.NullMarked;
