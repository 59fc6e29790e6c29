/** Calls to other services: bounded in time and number, with the caller's identity carried along. */
@NullMarked
package cn.yiwang.starter.upstream;

import org.jspecify.annotations.NullMarked;
