/** Services that a measurement starts in JVMs of their own, and the issuer of their tokens. */
@NullMarked
package cn.yiwang.benchmarks.process;

import org.jspecify.annotations.NullMarked;
