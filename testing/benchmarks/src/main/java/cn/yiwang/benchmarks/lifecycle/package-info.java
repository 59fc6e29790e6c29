/** Applications from the first call to the decision, through the gateway. */
@NullMarked
package cn.yiwang.benchmarks.lifecycle;

import org.jspecify.annotations.NullMarked;
