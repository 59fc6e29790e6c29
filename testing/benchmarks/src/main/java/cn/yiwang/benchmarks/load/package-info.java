/** The load client: few threads, plain sockets, every duration kept. */
@NullMarked
package cn.yiwang.benchmarks.load;

import org.jspecify.annotations.NullMarked;
