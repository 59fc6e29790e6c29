/** Identifiers that are unique across systems and sort by the time of their creation. */
@NullMarked
package cn.yiwang.starter.ids;

import org.jspecify.annotations.NullMarked;
