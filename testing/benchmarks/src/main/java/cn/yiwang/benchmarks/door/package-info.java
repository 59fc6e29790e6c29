/** The gateway beside a bare one and beside no gateway at all. */
@NullMarked
package cn.yiwang.benchmarks.door;

import org.jspecify.annotations.NullMarked;
