/** Starts, watches, heals and stops the processes of the platform on one machine. */
@NullMarked
package cn.yiwang.localstack.launcher;

import org.jspecify.annotations.NullMarked;
