/** Processes and ports of this machine, as seen and steered from outside. */
@NullMarked
package cn.yiwang.localstack.process;

import org.jspecify.annotations.NullMarked;
