/** Work shared between the instances of a service: each holds a fair part of the slots for a few seconds at a time. */
@NullMarked
package cn.yiwang.starter.lease;

import org.jspecify.annotations.NullMarked;
