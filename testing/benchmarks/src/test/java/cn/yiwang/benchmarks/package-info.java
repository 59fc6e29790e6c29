/** What the command understands and prints. */
@NullMarked
package cn.yiwang.benchmarks;

import org.jspecify.annotations.NullMarked;
