/** The pattern of application numbers (办件编号). */
@NullMarked
package cn.yiwang.application.number;

import org.jspecify.annotations.NullMarked;
