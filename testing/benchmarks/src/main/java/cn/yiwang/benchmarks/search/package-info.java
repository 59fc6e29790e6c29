/** A catalog as large as a province's, searched and read at one service. */
@NullMarked
package cn.yiwang.benchmarks.search;

import org.jspecify.annotations.NullMarked;
