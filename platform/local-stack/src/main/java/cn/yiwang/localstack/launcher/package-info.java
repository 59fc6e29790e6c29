/** Starts, watches, heals and stops the platform on one machine, as the commands ask for it. */
@NullMarked
package cn.yiwang.localstack.launcher;

import org.jspecify.annotations.NullMarked;
