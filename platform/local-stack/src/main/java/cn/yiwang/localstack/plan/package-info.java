/** Decides what is to run: which parts, how many of each, on which ports, from which build. */
@NullMarked
package cn.yiwang.localstack.plan;

import org.jspecify.annotations.NullMarked;
