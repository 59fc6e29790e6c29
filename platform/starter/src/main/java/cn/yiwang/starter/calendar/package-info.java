/** The working calendar of a running service: the bundled notices and those that came out since. */
@NullMarked
package cn.yiwang.starter.calendar;

import org.jspecify.annotations.NullMarked;
