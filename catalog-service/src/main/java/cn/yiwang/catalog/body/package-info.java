/** The bodies that carry out items and the divisions in which they do it. */
@NullMarked
package cn.yiwang.catalog.body;

import org.jspecify.annotations.NullMarked;
