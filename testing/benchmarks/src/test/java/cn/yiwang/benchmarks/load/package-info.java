/** What the load client counts. */
@NullMarked
package cn.yiwang.benchmarks.load;

import org.jspecify.annotations.NullMarked;
