/** Where bodies that carry out the same base item tell the public different things about it. */
@NullMarked
package cn.yiwang.catalog.variance;

import org.jspecify.annotations.NullMarked;
