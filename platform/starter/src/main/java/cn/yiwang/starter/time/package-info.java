/** The one clock that everything asks, so that tests can move it. */
@NullMarked
package cn.yiwang.starter.time;

import org.jspecify.annotations.NullMarked;
