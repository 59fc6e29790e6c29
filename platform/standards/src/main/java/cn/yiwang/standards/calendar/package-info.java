/** The working calendar of the State, and legal time limits counted on it. */
@NullMarked
package cn.yiwang.standards.calendar;

import org.jspecify.annotations.NullMarked;
