/** Public numbers of cases: serials without a hot row, and the private query code that goes with a number. */
@NullMarked
package cn.yiwang.starter.numbering;

import org.jspecify.annotations.NullMarked;
