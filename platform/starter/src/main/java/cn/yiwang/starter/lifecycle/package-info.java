/** One table of transitions for each life cycle: what may happen in which status, and where it leads. */
@NullMarked
package cn.yiwang.starter.lifecycle;

import org.jspecify.annotations.NullMarked;
