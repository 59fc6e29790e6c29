/** The 12345 hotline and its work orders. */
@NullMarked
package cn.yiwang.complaint;

import org.jspecify.annotations.NullMarked;
