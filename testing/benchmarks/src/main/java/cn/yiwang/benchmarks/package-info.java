/** Measures a platform of its own beside its ceilings and prints both. */
@NullMarked
package cn.yiwang.benchmarks;

import org.jspecify.annotations.NullMarked;
