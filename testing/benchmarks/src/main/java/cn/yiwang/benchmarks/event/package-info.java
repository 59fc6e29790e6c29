/** How long an event takes from its commit to a consumer. */
@NullMarked
package cn.yiwang.benchmarks.event;

import org.jspecify.annotations.NullMarked;
